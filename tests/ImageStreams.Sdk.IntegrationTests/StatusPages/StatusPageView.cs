using ImageStreams.IntegrationTests.Pages;
using ImageStreams.Tests.AspNetCore;

namespace ImageStreams.IntegrationTests.StatusPages;

/// <summary>The status page in a browser, as a person sees it.</summary>
internal static class StatusPageView
{
    /// <summary>Opens the page, and waits until it has drawn what the server said first.</summary>
    public static async Task<BrowserPage> OpenAsync(Browser browser, StatusServer server, string theme = "light", string path = "/")
    {
        var page = await BrowserPage.OpenAsync(browser, new Uri(server.Address, path).AbsoluteUri, theme);
        await page.WaitForAsync("document.documentElement.dataset.phase === 'ready'");
        return page;
    }

    /// <summary>Waits until a tag is in a state.</summary>
    public static Task WaitForStateAsync(this BrowserPage page, string id, string state) =>
        page.WaitForAsync($"{Row(id)}?.querySelector('.pill').textContent === {BrowserInput.Quote(state)}");

    /// <summary>Gets the names of the tags that are shown, in their order.</summary>
    public static Task<string[]> GetShownAsync(this BrowserPage page) => page.GetAsync<string[]>(
        "[...document.querySelectorAll('.stream:not([hidden]) li:not([hidden])')].map((row) => row.dataset.id)");

    /// <summary>Gets the text of a tag's row and of what is below it.</summary>
    public static Task<string> GetTextAsync(this BrowserPage page, string id) => page.GetAsync<string>($"{Row(id)}.innerText");

    /// <summary>Gets the number on a card.</summary>
    public static Task<string> GetNumberAsync(this BrowserPage page, string state) =>
        page.GetAsync<string>($"document.querySelector('[data-state={state}] b').textContent");

    /// <summary>Takes a picture when the environment names a folder for it.</summary>
    public static async Task TakePictureAsync(this BrowserPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("IMAGESTREAMS_PICTURES") is { Length: > 0 } folder)
        {
            var picture = await page.SendAsync("Page.captureScreenshot", new { format = "png" });
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), Convert.FromBase64String(picture.GetProperty("data").GetString()!));
        }
    }

    private static string Row(string id) => $"document.querySelector('li[data-id=' + CSS.escape({BrowserInput.Quote(id)}) + ']')";
}
