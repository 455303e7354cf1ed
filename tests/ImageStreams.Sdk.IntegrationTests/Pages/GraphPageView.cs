namespace ImageStreams.IntegrationTests.Pages;

/// <summary>What a person sees on the page of a graph.</summary>
internal static class GraphPageView
{
    /// <summary>The selector of the box whose name, for screen readers, begins with a text.</summary>
    public static string Box(string name) => $".box[aria-label^={BrowserInput.Quote(name)}]";

    /// <summary>Gets the names of all boxes, without their states.</summary>
    public static Task<string[]> GetBoxesAsync(this BrowserPage page) =>
        page.GetAsync<string[]>("[...document.querySelectorAll('#scene .box')].map((box) => box.getAttribute('aria-label').split(', ')[0])");

    /// <summary>Gets the waves of all boxes that move on their own, by name.</summary>
    public static Task<Dictionary<string, string>> GetWavesAsync(this BrowserPage page) => page.GetAsync<Dictionary<string, string>>("""
        Object.fromEntries([...document.querySelectorAll('#scene .box')].filter((box) => box.dataset.wave !== '')
          .map((box) => [box.getAttribute('aria-label').split(', ')[0], box.dataset.wave]))
        """);

    /// <summary>Gets the text of the panel, as it is seen.</summary>
    public static Task<string> GetPanelAsync(this BrowserPage page) => page.GetAsync<string>("document.getElementById('panel').innerText");

    /// <summary>Gets the name of the box that is selected, or of the first of them, or an empty text.</summary>
    public static Task<string> GetSelectedAsync(this BrowserPage page) => page.GetAsync<string>(
        "document.querySelector('#scene .box.root')?.getAttribute('aria-label').split(', ')[0] ?? ''");

    /// <summary>Gets the name of the box that has the focus, or the identifier of another element.</summary>
    public static Task<string> GetFocusAsync(this BrowserPage page) =>
        page.GetAsync<string>("document.activeElement.getAttribute('aria-label')?.split(', ')[0] ?? document.activeElement.id");

    /// <summary>Determines whether an element can be seen as a whole in the part of the page for the picture.</summary>
    public static Task<bool> IsInViewAsync(this BrowserPage page, string selector) => page.GetAsync<bool>($$"""
        (() => {
          const inner = document.querySelector({{BrowserInput.Quote(selector)}}).getBoundingClientRect();
          const outer = document.getElementById('canvas').getBoundingClientRect();
          return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
        })()
        """);

    /// <summary>Counts the boxes that cover a part of another one.</summary>
    public static Task<int> CountOverlapsAsync(this BrowserPage page) => page.GetAsync<int>("""
        (() => {
          const areas = [...document.querySelectorAll('#scene .box > .shape')].map((shape) => shape.getBoundingClientRect());
          const cover = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
          return areas.filter((a, index) => areas.slice(index + 1).some((b) => cover(a, b))).length;
        })()
        """);

    /// <summary>Counts the names that are wider than their box.</summary>
    public static Task<int> CountClippedAsync(this BrowserPage page) => page.GetAsync<int>("""
        [...document.querySelectorAll('#scene .box')].filter((box) => {
          const [text, shape] = ['.label', '.shape'].map((part) => box.querySelector(part).getBoundingClientRect());
          return text.left < shape.left || text.right > shape.right;
        }).length
        """);

    /// <summary>Chooses what is folded.</summary>
    public static async Task FoldAsync(this BrowserPage page, string fold)
    {
        await page.EvaluateAsync($$"""
            (() => {
              const choice = document.getElementById('fold');
              choice.value = {{BrowserInput.Quote(fold)}};
              choice.dispatchEvent(new Event('change'));
            })()
            """);
        await page.SettleAsync();
    }
}
