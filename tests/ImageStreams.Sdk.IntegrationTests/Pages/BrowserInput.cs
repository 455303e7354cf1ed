using System.Text.Json;

namespace ImageStreams.IntegrationTests.Pages;

/// <summary>Mouse and keyboard, as the browser gets them from a person.</summary>
internal static class BrowserInput
{
    private static readonly Dictionary<string, (int Code, string? Text)> Keys = new()
    {
        ["Tab"] = (9, null),
        ["Enter"] = (13, "\r"),
        ["Escape"] = (27, null),
        ["ArrowLeft"] = (37, null),
        ["ArrowUp"] = (38, null),
        ["ArrowRight"] = (39, null),
        ["ArrowDown"] = (40, null),
    };

    /// <summary>Clicks in the middle of the element that a selector finds.</summary>
    public static async Task ClickAsync(this BrowserPage page, string selector, int times = 1)
    {
        var middle = await page.GetAsync<double[]>($$"""
            (() => {
              const element = document.querySelector({{Quote(selector)}});
              element.scrollIntoView({ block: 'nearest' });
              const area = element.getBoundingClientRect();
              return [area.x + area.width / 2, area.y + area.height / 2];
            })()
            """);
        for (var time = 1; time <= times; time++)
        {
            await page.SendMouseAsync("mousePressed", middle, time);
            await page.SendMouseAsync("mouseReleased", middle, time);
        }
    }

    /// <summary>Presses a key.</summary>
    public static async Task PressAsync(this BrowserPage page, string key)
    {
        var (code, text) = Keys.TryGetValue(key, out var known) ? known : (char.ToUpperInvariant(key[0]), key);
        await page.SendAsync("Input.dispatchKeyEvent", new { type = "keyDown", key, text, windowsVirtualKeyCode = code });
        await page.SendAsync("Input.dispatchKeyEvent", new { type = "keyUp", key, windowsVirtualKeyCode = code });
    }

    /// <summary>Types a text into what has the focus.</summary>
    public static Task TypeAsync(this BrowserPage page, string text) => page.SendAsync("Input.insertText", new { text });

    /// <summary>Writes a text as a literal of JavaScript.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text);

    private static Task<JsonElement> SendMouseAsync(this BrowserPage page, string type, double[] place, int clickCount) =>
        page.SendAsync("Input.dispatchMouseEvent", new { type, x = place[0], y = place[1], button = "left", clickCount });
}
