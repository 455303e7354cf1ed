using System.Diagnostics;
using ImageStreams.Controllers;
using ImageStreams.IntegrationTests.Pages;
using ImageStreams.Tests.AspNetCore;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.IntegrationTests.StatusPages;

/// <summary>Many tags, and names that want to be more than names.</summary>
[Collection("browser")]
public sealed class StatusPageLimitTests(Browser browser)
{
    private static readonly string[] Names =
    [
        "<script>window.hasRun=1</script>", "</script><script>window.hasRun=1</script>", "\"><img src=x onerror=window.hasRun=1>",
        "'><svg onload=window.hasRun=1>", "javascript:window.hasRun=1", "</style><script>window.hasRun=1</script>", "${window.hasRun=1}",
        "\u2028window.hasRun=1\u2029", "\u202Egpj.exe\u202C", "\u0007\u001B[31m", "&lt;script&gt;", "__proto__", "constructor", "data: x\n\nevent: status",
    ];

    [BrowserFact]
    public async Task Open_HostileNames_AreTextsOnly()
    {
        var rig = new StatusRig();
        foreach (var (name, index) in Names.Select((name, index) => (name, index)))
        {
            var stream = AnImageStream($"s{index}").Tag("1").FollowsImage(name).Build();
            rig.Reports.Add(new TriggerReaction.Failed
            {
                Object = new TriggerObject { Kind = name, Namespace = name, Name = name },
                Causes = [],
                Triggers = [],
                Reason = default,
                Message = name,
            });
            await rig.Store.Streams.CreateAsync(stream with { Metadata = stream.Metadata with { Namespace = name, Name = $"{name}{index}" } });
        }

        await using var server = await StatusServer.StartAsync(rig);
        await using var page = await StatusPageView.OpenAsync(browser, server);
        await page.EvaluateAsync("document.querySelectorAll('.row').forEach((row) => row.click())");
        await page.TakePictureAsync("hostile");

        Assert.Equal(Names.Length, await page.GetAsync<int>("document.querySelectorAll('.stream li').length"));
        Assert.True(await page.GetAsync<bool>("window.hasRun === undefined"));
        Assert.Equal(0, await page.GetAsync<int>("document.querySelectorAll('img, svg, iframe, object, main a').length"));
        Assert.Equal(1, await page.GetAsync<int>("document.querySelectorAll('script').length"));
        Assert.False(await page.GetAsync<bool>("/[\\u0007\\u001b\\u202a-\\u202e\\u2028\\u2029]/.test(document.body.innerText)"));
        Assert.Contains("<script>window.hasRun=1</script>", await page.GetAsync<string>("document.body.innerText"), StringComparison.Ordinal);
        Assert.Empty(page.Log.Complaints);
    }

    [BrowserFact]
    public async Task Open_FiveThousandTags_StaysFluent()
    {
        var rig = new StatusRig();
        for (var stream = 0; stream < 250; stream++)
        {
            var builder = AnImageStream($"s{stream:d3}");
            for (var tag = 0; tag < 20; tag++)
            {
                builder = builder.Tag($"{tag}").FollowsImage($"quay.io/fleet/s{stream}:{tag}").Scheduled().PointsTo((char)('0' + (tag % 10)));
            }

            await rig.Store.Streams.CreateAsync(builder.Build());
        }

        await using var server = await StatusServer.StartAsync(rig);
        var clock = Stopwatch.StartNew();
        await using var page = await StatusPageView.OpenAsync(browser, server);
        var opened = clock.Elapsed;
        await page.TakePictureAsync("many");
        var search = await page.GetAsync<double>("""
            (() => {
              const begun = performance.now();
              document.getElementById('search').value = 's123 7';
              document.getElementById('search').dispatchEvent(new Event('input'));
              document.body.getBoundingClientRect();
              return performance.now() - begun;
            })()
            """);

        var json = await page.GetAsync<double>(
            "(async () => { const begun = performance.now(); await (await fetch('status.json')).json(); return performance.now() - begun; })()");

        Assert.True(json < 5000, $"{json} ms");
        Console.WriteLine($"5,000 tags: opened in {opened.TotalSeconds:f1} s, search {search:f0} ms, status.json {json:f0} ms");
        Assert.Equal("5,000", await page.GetNumberAsync("all"));
        Assert.Equal(2, (await page.GetShownAsync()).Length);
        Assert.True(opened < TimeSpan.FromSeconds(20), $"{opened}");
        Assert.True(search < 500, $"{search} ms");
    }
}
