using System.Text.Json;
using ImageStreams.IntegrationTests.Publishing;

namespace ImageStreams.IntegrationTests.Pages;

/// <summary>Names are shown and never run, whatever they are.</summary>
[Collection("browser")]
public sealed class HostilePageTests(Browser browser)
{
    private static readonly string[] Names =
    [
        "<script>window.hasRun=1</script>", "</script><script>window.hasRun=1</script>", "\"><img src=x onerror=window.hasRun=1>",
        "'><svg onload=window.hasRun=1>", "javascript:window.hasRun=1", "<!--<script>", "]]><script>window.hasRun=1</script>",
        "</style><script>window.hasRun=1</script>", "</title><script>window.hasRun=1</script>", "{{script}}", "${window.hasRun=1}",
        "\u2028window.hasRun=1\u2029", "\u202Egpj.exe\u202C", "\u0000\u0007\u001B[31m", "&lt;script&gt;", "\\u003cscript>", "__proto__",
        "constructor", "\uFEFF", "a|b", "url(javascript:window.hasRun=1)",
    ];

    [BrowserTheory]
    [MemberData(nameof(Positions))]
    public async Task Open_HostileName_IsInertAndShown(int position)
    {
        var name = Names[position];
        using var folder = new ScratchFolder();
        folder.Write($"{name.Replace('/', '_').Replace('\0', '_')}.yaml", CreateManifests(name));
        await using var page = await BrowserPage.OpenAsync(browser, await ToolPages.WriteAsync(browser, folder.Path, "graph", "."));
        var boxes = await page.GetAsync<int>("document.querySelectorAll('#scene .box').length");
        for (var box = 0; box < boxes; box++)
        {
            await page.EvaluateAsync($"document.querySelectorAll('#scene .box')[{box}].dispatchEvent(new MouseEvent('click', {{ bubbles: true }}))");
        }

        await page.PressAsync("/");
        await page.TypeAsync(name);
        await page.EvaluateAsync("new Promise((done) => setTimeout(done, 0))");
        Assert.True(boxes >= 4, $"{boxes}");
        Assert.True(await page.GetAsync<bool>("window.hasRun === undefined"));
        Assert.Equal(0, await page.GetAsync<int>("document.querySelectorAll('img, iframe, object, embed, a[href], #panel svg').length"));
        Assert.Equal(1, await page.GetAsync<int>("document.querySelectorAll('script:not([type])').length"));
        Assert.Single(page.Log.Requests);
        Assert.Empty(page.Log.Complaints);
    }

    public static TheoryData<int> Positions => [.. Enumerable.Range(0, Names.Length)];

    [BrowserFact]
    public async Task Open_ControlsThatReorderText_AreShownAsEscapes()
    {
        using var folder = new ScratchFolder();
        folder.Write("a.yaml", CreateManifests("\u202Egpj\u2028\u0007"));
        await using var page = await BrowserPage.OpenAsync(browser, await ToolPages.WriteAsync(browser, folder.Path, "graph", "."));

        Assert.Contains(await page.GetBoxesAsync(), box => box.Contains(@"\u202Egpj\u2028\u0007", StringComparison.Ordinal));
        Assert.False(await page.GetAsync<bool>("/[\\u0000-\\u0008\\u202a-\\u202e\\u2028\\u2029]/.test(document.body.innerText)"));
    }

    /// <summary>Creates a stream, a build and a workload that have the name everywhere.</summary>
    private static string CreateManifests(string name) => string.Join("\n---\n", new object[]
    {
        new
        {
            apiVersion = "image.openshift.io/v1",
            kind = "ImageStream",
            metadata = new { name, @namespace = name },
            spec = new { tags = new[] { new { name, from = new { kind = "DockerImage", name } } } },
        },
        new
        {
            apiVersion = "build.openshift.io/v1",
            kind = "BuildConfig",
            metadata = new { name, @namespace = name },
            spec = new
            {
                strategy = new { type = "Docker", dockerStrategy = new { from = new { kind = "ImageStreamTag", name = $"{name}:{name}" } } },
                output = new { to = new { kind = "ImageStreamTag", name = "out:latest" } },
            },
        },
        new
        {
            apiVersion = "apps/v1",
            kind = "Deployment",
            metadata = new { name, @namespace = name },
            spec = new { template = new { spec = new { containers = new[] { new { name, image = name } } } } },
        },
    }.Select(item => JsonSerializer.Serialize(item)));
}
