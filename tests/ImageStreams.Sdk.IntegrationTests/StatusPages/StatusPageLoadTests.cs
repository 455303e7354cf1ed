using ImageStreams.IntegrationTests.Pages;
using ImageStreams.Testing;
using ImageStreams.Tests.AspNetCore;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.IntegrationTests.StatusPages;

/// <summary>The status page in a real browser.</summary>
[Collection("browser")]
public sealed class StatusPageLoadTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Open_Fleet_ShowsWhereEachTagLeads(string theme)
    {
        var rig = new StatusRig();
        await StatusFleet.AddFineAsync(rig);
        await using var server = await StatusServer.StartAsync(rig);
        await using var page = await StatusPageView.OpenAsync(browser, server, theme);
        await page.TakePictureAsync($"fine-{theme}");

        Assert.Empty(page.Log.Complaints);
        Assert.All(page.Log.Requests.Where(request => !request.StartsWith("data:", StringComparison.Ordinal)), request => Assert.StartsWith(server.Address.AbsoluteUri, request, StringComparison.Ordinal));
        Assert.Equal(theme, await page.GetAsync<string>("document.documentElement.dataset.theme"));
        Assert.Equal("0", await page.GetNumberAsync("failing"));
        Assert.Contains("sha256:", await page.GetTextAsync("shop/ruby:prod"), StringComparison.Ordinal);
        Assert.Equal("Live", await page.GetAsync<string>("document.getElementById('live-text').textContent"));
    }

    [BrowserTheory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Open_FailingFleet_ShowsCausesAndWhatToDo(string theme)
    {
        var rig = new StatusRig();
        await StatusFleet.AddFineAsync(rig);
        await StatusFleet.AddFailingAsync(rig);
        await using var server = await StatusServer.StartAsync(rig);
        await using var page = await StatusPageView.OpenAsync(browser, server, theme);
        await page.TakePictureAsync($"failing-{theme}");

        Assert.Empty(page.Log.Complaints);
        Assert.Contains("What to do", await page.GetAsync<string>("getComputedStyle(document.querySelector('.mend'), '::before').content"), StringComparison.Ordinal);
        Assert.Contains("NotFound: ", await page.GetTextAsync("shop/cache:7.4"), StringComparison.Ordinal);
        Assert.Contains("Let one of the tags on the path follow an image.", await page.GetTextAsync("shop/cache:a"), StringComparison.Ordinal);
        Assert.Contains("BuildConfig shop/storefront", await page.GetAsync<string>("document.getElementById('fuses').innerText"), StringComparison.Ordinal);
        Assert.Contains("exceeded quota", await page.GetAsync<string>("document.getElementById('waiting').innerText"), StringComparison.Ordinal);
        Assert.Contains("The stream shop/dotnet is paused", await page.GetAsync<string>("document.getElementById('waiting').innerText"), StringComparison.Ordinal);
        await page.ClickAsync("[data-state=failing]");
        Assert.All(await page.GetShownAsync(), id => Assert.Matches("^shop/(cache|checkout):", id));
        await page.ClickAsync("li[data-id='shop/cache:a'] .row");
        await page.ClickAsync("li[data-id='shop/cache:7.4'] .row");
        await page.TakePictureAsync($"open-{theme}");
    }

    [BrowserFact]
    public async Task Open_BelowAPathBaseAndAPrefix_IsLive()
    {
        var rig = new StatusRig();
        await using var server = await StatusServer.StartAsync(rig, pathBase: "/base", prefix: "/status");
        await using var page = await StatusPageView.OpenAsync(browser, server, path: "/base/status");
        await page.WaitForAsync("!document.getElementById('none').hidden");
        await rig.CreateAsync(AnImageStream("web").Tag("1").Follows("2").Build());

        await page.WaitForStateAsync("shop/web:1", "Broken");
        Assert.Empty(page.Log.Complaints);
    }

    [BrowserFact]
    public async Task Policy_OtherScriptsAndAddresses_AreRefused()
    {
        await using var server = await StatusServer.StartAsync();
        await using var page = await StatusPageView.OpenAsync(browser, server);

        await page.EvaluateAsync("""
            const script = document.createElement('script');
            script.textContent = 'window.hasRun = true';
            document.body.append(script);
            """);
        Assert.True(await page.GetAsync<bool>("window.hasRun === undefined"));
        Assert.Equal("refused", await page.GetAsync<string>("fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused')"));
    }

    [BrowserFact]
    public async Task Import_WhileThePageIsOpen_IsShown()
    {
        var rig = new StatusRig();
        await rig.AddAsync(AnImageStream("web").Tag("1", generation: null).FollowsImage("quay.io/shop/web:1").Scheduled().Build());
        await using var server = await StatusServer.StartAsync(rig);
        await using var page = await StatusPageView.OpenAsync(browser, server);
        await page.WaitForStateAsync("shop/web:1", "Failed");

        var image = rig.Registry.Push("quay.io/shop/web:1", SyntheticImage.Create("web"));
        rig.Controller.Schedule.ScheduleNow(ImageStreams.References.ImageStreamTagName.FromParts("shop", "web", "1"), DateTimeOffset.UtcNow);
        await rig.ImportAsync();
        await page.WaitForStateAsync("shop/web:1", "Resolved");
        Assert.Contains(image.ToString()[..19], await page.GetTextAsync("shop/web:1"), StringComparison.Ordinal);
        await rig.Client.Streams.DeleteAsync("shop", "web");
        await page.WaitForAsync("document.querySelectorAll('.stream').length === 0");
    }
}
