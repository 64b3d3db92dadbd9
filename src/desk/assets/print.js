// A page that is printed by the browser itself is entered in the register of papers. Nothing here
// decides anything: the server looks up what the page is. Without this script the paper is entered
// by hand.
(function () {
  'use strict';

  var token = document.querySelector('form[action="/sign-out"] [name=form_token]');
  if (!token) return;

  function line(words, kind) {
    var paragraph = document.createElement('p');
    paragraph.className = kind;
    paragraph.textContent = words;
    return paragraph;
  }

  function warn() {
    if (document.querySelector('.print-fault')) return;
    var box = document.createElement('div');
    box.className = 'notification notification-error print-fault';
    box.setAttribute('role', 'alert');
    box.append(line('印刷した画面を台帳に登録できませんでした。', 'notification-title'),
      line('「機器・媒体・書類の台帳」に、手で登録してください。', ''));
    document.querySelector('#main').prepend(box);
  }

  window.addEventListener('beforeprint', function () {
    var body = new URLSearchParams({ form_token: token.value, page: location.pathname });
    fetch('/printed-screens', { method: 'POST', body: body, credentials: 'same-origin',
      cache: 'no-store', keepalive: true, redirect: 'error' })
      .then(function (answer) { if (!answer.ok) warn(); })
      .catch(warn);
  });
}());
