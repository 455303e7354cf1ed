using System.Text.Json;

namespace ImageStreams.IntegrationTests.Pages;

/// <summary>One page in a tab of its own, used as a person uses it.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private readonly Browser _browser;
    private readonly string _target;
    private readonly string _session;

    private BrowserPage(Browser browser, string target, string session) =>
        (_browser, _target, _session) = (browser, target, session);

    /// <summary>What it asked for and complained of, from its beginning.</summary>
    public PageLog Log { get; } = new();

    /// <summary>Opens a file, and waits until the page has drawn it or said why not.</summary>
    public static async Task<BrowserPage> OpenAsync(Browser browser, string file, string theme = "light")
    {
        var target = (await browser.Connection.SendAsync("Target.createTarget", new { url = "about:blank" })).GetProperty("targetId").GetString()!;
        var session = (await browser.Connection.SendAsync("Target.attachToTarget", new { targetId = target, flatten = true }))
            .GetProperty("sessionId").GetString()!;
        var page = new BrowserPage(browser, target, session);
        browser.Connection.Listen(session, page.Log.Add);
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
        {
            await page.SendAsync($"{domain}.enable");
        }

        await page.SendAsync("Emulation.setDeviceMetricsOverride", new { width = 1440, height = 900, deviceScaleFactor = 1, mobile = false });
        await page.SendAsync("Emulation.setFocusEmulationEnabled", new { enabled = true });
        await page.UseThemeAsync(theme);
        await page.SendAsync("Page.navigate", new { url = new Uri(file).AbsoluteUri });
        await page.SettleAsync();
        return page;
    }

    /// <summary>Sets the theme of the system, and switches animations off.</summary>
    public Task UseThemeAsync(string theme) => SendAsync("Emulation.setEmulatedMedia", new
    {
        features = new[]
        {
            new { name = "prefers-color-scheme", value = theme },
            new { name = "prefers-reduced-motion", value = "reduce" },
        },
    });

    /// <summary>Waits until nothing is being laid out.</summary>
    public Task SettleAsync() => WaitForAsync("!['laying-out', undefined].includes(document.documentElement?.dataset.phase)");

    /// <summary>Waits until an expression of JavaScript is true.</summary>
    public Task WaitForAsync(string condition) => EvaluateAsync(
        $"new Promise((done) => {{ const look = () => (({condition}) ? done(true) : setTimeout(look, 15)); look(); }})");

    /// <summary>Gets the value of an expression of JavaScript.</summary>
    public async Task<T> GetAsync<T>(string expression) => (await EvaluateAsync(expression)).Deserialize<T>()!;

    /// <summary>Runs JavaScript, and waits for what it promises.</summary>
    /// <exception cref="InvalidOperationException">It threw.</exception>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", new { expression, returnByValue = true, awaitPromise = true });
        return answer.TryGetProperty("exceptionDetails", out var details)
            ? throw new InvalidOperationException($"{expression}: {details}")
            : answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>Sends a command of the protocol to this tab.</summary>
    public Task<JsonElement> SendAsync(string method, object? parameters = null) =>
        _browser.Connection.SendAsync(method, parameters, _session);

    public async ValueTask DisposeAsync() => await _browser.Connection.SendAsync("Target.closeTarget", new { targetId = _target });
}
