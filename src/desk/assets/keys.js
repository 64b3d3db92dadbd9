// Keys for clerical work. Every page works without this script; nothing here decides anything.
(function () {
  'use strict';

  var storageKey = 'kenpo.keys';
  var fields = 'input:not([type=hidden]):not([type=submit]), select, textarea, button[type=submit]';

  function keysAreOn() {
    try { return localStorage.getItem(storageKey) !== 'off'; } catch (error) { return true; }
  }

  // While kana are being turned into kanji, Enter belongs to the input method. The first keydown
  // comes before compositionstart, so both signs are asked for.
  function belongsToInputMethod(event) {
    return event.isComposing || event.keyCode === 229;
  }

  function isShown(element) {
    return !element.disabled && element.getClientRects().length > 0;
  }

  function nextField(form, element) {
    var all = Array.prototype.filter.call(form.querySelectorAll(fields), isShown);
    if (element.type === 'radio') {
      all = all.filter(function (other) {
        return other === element || other.type !== 'radio' || other.name !== element.name;
      });
    }
    return all[all.indexOf(element) + 1];
  }

  function onEnter(event) {
    var element = event.target;
    var form = element.form;
    if (!form || form.matches('[role=search]')) return;
    if (element.matches('textarea, button, [type=submit]')) return;
    if (lookUp(element)) { event.preventDefault(); return; }
    var next = nextField(form, element);
    if (!next) return;
    event.preventDefault();
    next.focus();
    if (next.select && next.type !== 'radio' && next.type !== 'checkbox') next.select();
  }

  // A field that a button of the form answers (郵便番号): Enter presses the button when there is
  // something to look up and the answer is not there yet.
  function lookUp(element) {
    var form = element.form;
    var choices = element.closest('[data-answers]');
    var name = choices ? choices.dataset.answers : element.name;
    var button = name && form.querySelector('button[data-looks-up="' + name + '"]');
    var answer = button && form.elements[button.dataset.fills];
    if (!answer || element.value.trim() === '') return false;
    if (!choices && answer.value.trim() !== '') return false;
    form.requestSubmit(button);
    return true;
  }

  function pressKeyed(key) {
    var button = document.querySelector('button[data-key="' + key + '"]');
    if (button) button.form.requestSubmit(button);
    return Boolean(button);
  }

  function follow(relation) {
    var link = document.querySelector('.desk-neighbours a[rel=' + relation + ']');
    if (link) link.click();
    return Boolean(link);
  }

  function submitMainForm() {
    var form = document.querySelector('form[data-submit]');
    if (form) form.requestSubmit();
    return Boolean(form);
  }

  document.addEventListener('keydown', function (event) {
    if (belongsToInputMethod(event) || !keysAreOn()) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Enter') onEnter(event);
    else if (event.key === 'F4' && follow('prev')) event.preventDefault();
    else if (event.key === 'F6' && follow('next')) event.preventDefault();
    else if (event.key === 'F9' && pressKeyed('F9')) event.preventDefault();
    else if (event.key === 'F12' && submitMainForm()) event.preventDefault();
  });

  // One press, one act: a second press while the answer is on its way does nothing.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    // A form whose answer is a file leaves the page standing: it may be sent again later.
    setTimeout(function () { delete form.dataset.sent; }, 5000);
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      delete form.dataset.sent;
    });
  });

  var hints = document.querySelector('.desk-keys');
  if (hints) {
    hints.hidden = false;
    var button = hints.querySelector('.desk-keys-switch');
    var keyed = document.querySelector('button[data-key]');
    if (keyed) {
      var hint = document.createElement('span');
      var key = document.createElement('kbd');
      key.textContent = keyed.dataset.key;
      hint.append(key, ' ' + keyed.textContent.trim());
      hints.insertBefore(hint, button);
    }
    var show = function () {
      button.setAttribute('aria-pressed', String(keysAreOn()));
      button.textContent = keysAreOn() ? 'キー操作 オン' : 'キー操作 オフ';
    };
    button.addEventListener('click', function () {
      var wanted = keysAreOn() ? 'off' : 'on';
      try { localStorage.setItem(storageKey, wanted); } catch (error) { return; }
      show();
    });
    show();
  }

  var summary = document.querySelector('.error-summary');
  var going = document.querySelector('form[data-focus]');
  var field = going && going.elements[going.dataset.focus];
  if (summary) summary.focus();
  else if (field) (field.length && !field.options ? field[0] : field).focus();
}());
