// Covers a screen that is left alone. The server locks the session by itself; this only hides what
// stands on the screen and keeps what was typed.
(function () {
  'use strict';

  var panel = document.querySelector('.lock');
  if (!panel) return;
  var idleMilliseconds = Number(panel.dataset.idleMilliseconds);
  var form = panel.querySelector('form');
  var password = panel.querySelector('#lock-password');
  var fault = panel.querySelector('.lock-fault');
  var timer = 0;

  function others() {
    return Array.prototype.filter.call(document.body.children, function (element) {
      return element !== panel;
    });
  }

  function cover() {
    others().forEach(function (element) { element.inert = true; });
    document.body.classList.add('is-locked');
    panel.hidden = false;
    password.focus();
    fetch('/lock', { credentials: 'same-origin', cache: 'no-store' }).catch(function () {});
  }

  function uncover() {
    panel.hidden = true;
    password.value = '';
    fault.textContent = '';
    document.body.classList.remove('is-locked');
    others().forEach(function (element) { element.inert = false; });
    wait();
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(cover, idleMilliseconds);
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    event.stopPropagation();
    var body = new URLSearchParams(new FormData(form));
    body.set('to', '/assets/mark.svg');
    fetch('/lock', { method: 'POST', body: body, credentials: 'same-origin', cache: 'no-store' })
      .then(function (answer) {
        if (new URL(answer.url).pathname === '/sign-in') { location.href = '/sign-in'; return; }
        if (answer.ok) { uncover(); return; }
        fault.textContent = 'ロックを解除できませんでした。パスワードを確かめてください。';
        password.value = '';
        password.focus();
      })
      .catch(function () { fault.textContent = '通信できませんでした。もう一度押してください。'; });
  });

  ['keydown', 'pointerdown', 'scroll'].forEach(function (kind) {
    document.addEventListener(kind, function () { if (panel.hidden) wait(); }, { passive: true });
  });
  wait();
}());
