using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Controllers;

public sealed class TagPolicyCostTests : IDisposable
{
    private readonly PolicyBench _bench = new(new TagPolicyOptions { Interval = TimeSpan.FromMinutes(5), MaxTags = 10_010, MaxLookups = 3 });

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task TenThousandTags_CostOneRequestForEachPage_ForAllTagsThatFollow()
    {
        FillRegistry(10_000);
        for (var stream = 0; stream < 3; stream++)
        {
            await _bench.CreateAsync("{}", "1.0.9999", name: $"app{stream}");
        }

        _bench.Engine.Registry.ClearRequests();
        var reports = await _bench.Controller.RunDueAsync();

        Assert.All(reports, report => Assert.IsType<TagMoveReport.Stayed>(report));
        Assert.Equal(3, reports.Count);
        Assert.All(_bench.Engine.Registry.Requests, request => Assert.EndsWith("/tags/list", request.Path, StringComparison.Ordinal));
        Assert.InRange(_bench.Engine.Registry.RequestCount, 1, 10);
    }

    [Fact]
    public async Task AMove_CostsTheImageAndNothingMore()
    {
        _bench.Push("2.0.0", "2.1.0", "2.2.0");
        await _bench.CreateAsync("{}");
        _bench.Engine.Registry.ClearRequests();

        await _bench.RunAsync();

        // The list; the digest before the decision and in the import; manifest and configuration.
        Assert.Equal(5, _bench.Engine.Registry.RequestCount);
    }

    [Fact]
    public async Task CreationTimes_AreReadOfTheBestOnes_UntilOneIsOldEnough()
    {
        _bench.Push("2.0.0", "2.1.0", "2.2.0");
        await _bench.CreateAsync("{\"minimumAge\":\"1h\"}");
        _bench.Engine.Time.Advance(TimeSpan.FromHours(2));
        _bench.Push("2.3.0");

        Assert.Equal("2.2.0", Assert.IsType<TagMoveReport.Moved>(await _bench.RunAsync()).To);
    }

    [Fact]
    public async Task AnOrderByTime_OfTooManyImages_MovesNothing()
    {
        _bench.Push("2.0.0", "2.1.0", "2.2.0", "2.3.0");
        await _bench.CreateAsync("{\"order\":\"created\"}");

        var failed = Assert.IsType<TagMoveReport.Failed>(await _bench.RunAsync());

        Assert.Contains("more than 3 images", failed.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARepository_WithTooManyTags_IsRefused()
    {
        FillRegistry(10_011);
        await _bench.CreateAsync("{}", "1.0.1");

        var failed = Assert.IsType<TagMoveReport.Failed>(await _bench.RunAsync());

        Assert.Contains("more than 10010 tags", failed.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHostileList_OfLongNamesAndVersions_IsSurvived()
    {
        _bench.Push("2.0.0");
        var digest = _bench.Engine.Registry.Push($"{PolicyBench.App}:seed", SyntheticImage.Create("seed"));
        for (var i = 0; i < 5_000; i++)
        {
            var number = i.ToString("D5", System.Globalization.CultureInfo.InvariantCulture);
            _bench.Engine.Registry.MoveTag($"{PolicyBench.App}:9.{new string('9', 121)}{number}", digest);
        }

        await _bench.CreateAsync("{\"range\":\"^2\",\"include\":\"^(([0-9]+)+[.])+[0-9]+$\"}");

        Assert.IsType<TagMoveReport.Stayed>(await _bench.RunAsync());
    }

    private void FillRegistry(int count)
    {
        Digest digest = _bench.Engine.Registry.Push($"{PolicyBench.App}:1.0.0", SyntheticImage.Create("base"));
        for (var i = 1; i < count; i++)
        {
            _bench.Engine.Registry.MoveTag($"{PolicyBench.App}:1.0.{i}", digest);
        }
    }
}
