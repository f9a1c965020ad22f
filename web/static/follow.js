// Keeps an open page up to date while files are read, and brings finding and box together. The pages work without it.
'use strict';

function follow() {
  const { poll, version } = document.body.dataset;
  if (!poll) return;
  const ask = async () => {
    try {
      const state = await (await fetch(poll)).json();
      if (String(state.version) !== document.body.dataset.version || !state.running) await renew(state);
      if (state.running) setTimeout(ask, 1000);
    } catch {
      setTimeout(ask, 5000); // the program may have been stopped and started again
    }
  };
  setTimeout(ask, version ? 1000 : 0);
}

// A page that shows a finished document is left alone: whoever reads it should not lose the place.
async function renew(state) {
  document.body.dataset.version = state.version;
  const main = document.querySelector('#isi');
  if (main.querySelector('.part')) return;
  const fresh = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  main.replaceWith(document.adoptNode(fresh.querySelector('#isi')));
}

// Browsers put the target of a link at the upper edge; a box is read best in the middle, and the page should stay
// where it is when the link leads into the list of findings.
function bringTogether(event) {
  const link = event.target.closest('a[href^="#temuan-"], a[href^="#kotak-"], a[href^="#dekat-"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = document.getElementById(link.getAttribute('href').slice(1));
  if (!target) return;
  event.preventDefault();
  const [x, y] = [scrollX, scrollY];
  location.hash = target.id;
  scrollTo({ left: x, top: y, behavior: 'instant' });
  const list = target.closest('.findings');
  if (list && list.scrollHeight > list.clientHeight) {
    list.scrollTop += target.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
  } else {
    target.scrollIntoView({ block: 'center', inline: 'nearest' });
  }
  target.focus({ preventScroll: true });
}

follow();
document.addEventListener('click', bringTogether);
