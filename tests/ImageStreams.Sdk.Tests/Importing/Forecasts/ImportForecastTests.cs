using ImageStreams.Importing;
using ImageStreams.Registries;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Importing;

public class ImportForecastTests
{
    private static readonly TimeSpan SixHours = TimeSpan.FromHours(6);

    [Fact]
    public void Create_NoStreams_IsFeasibleAndEmpty()
    {
        var forecast = ImportForecast.Create([]);

        Assert.Empty(forecast.Registries);
        Assert.True(forecast.IsFeasible);
        Assert.Equal("", forecast.ToString());
    }

    [Fact]
    public void Create_ScheduledTag_IsCheckedEveryIntervalAndPulledWhenItChanges()
    {
        var hub = Hub(ImportForecast.Create([Scheduled(1)]));

        Assert.Equal((1, 1, SixHours), (hub.Tags, hub.ScheduledTags, hub.Window));
        Assert.Equal((24, 0.5, 24.75), (hub.ChecksPerWindow, hub.PullsPerWindow, hub.RequestsPerWindow));
        Assert.Equal((2, TimeSpan.Zero, true), (hub.InitialPulls, hub.InitialImportDuration, hub.IsFeasible));
        Assert.Equal(PullQuota.DockerHubAnonymous, hub.Quota);
    }

    [Theory]
    [InlineData(0, "", 1)]
    [InlineData(3, "Legacy", 2)]
    [InlineData(3, "PreserveOriginal", 4)]
    [InlineData(0, "PreserveOriginal", 1)]
    public void Create_FirstImport_CostsAPullForEachManifest(int platforms, string mode, int pulls)
    {
        var stream = AnImageStream().Tag("a").FollowsImage("ruby").InMode(new ImportMode(mode)).Build();

        Assert.Equal(pulls, Hub(ImportForecast.Create([stream], new() { Platforms = (_, _) => platforms })).InitialPulls);
    }

    [Fact]
    public void Create_IntervalsOfASchedule_AreThoseOfTheForecast()
    {
        var schedule = new ImportScheduleOptions { RegistryIntervals = { new() { Registry = "docker.io", Interval = TimeSpan.FromHours(1) } } };

        Assert.Equal(6, Hub(ImportForecast.Create([Scheduled(1)], ImportForecastOptions.FromSchedule(schedule))).ChecksPerWindow);
    }

    [Fact]
    public void Create_ExistingScheduledImageOfAnIndex_CostsTheIndexAtFirst()
    {
        var stream = AnImageStream().Tag("a").FollowsImage("ruby").Scheduled().PointsTo('a').Build();

        Assert.Equal(1, Hub(ImportForecast.Create([stream])).InitialPulls);
    }

    [Fact]
    public void Create_ExistingImage_CostsNothingAtFirst()
    {
        var stream = AnImageStream().Tag("a").FollowsImage("ruby").PointsTo('a').Build();

        Assert.Equal(0, Hub(ImportForecast.Create([stream])).InitialPulls);
    }

    [Fact]
    public void Create_TagsThatAreNotImported_DoNotCount()
    {
        var stream = AnImageStream()
            .Tag("tracks").Follows("pinned")
            .Tag("passed").FollowsImage("ruby").ChangeSpecTag(specTag => specTag with { Reference = true })
            .Tag("pinned").FollowsImage($"ruby@{Image('a')}").Scheduled()
            .Tag("once").FollowsImage("ruby")
            .Build();

        var hub = Hub(ImportForecast.Create([stream]));

        Assert.Equal((2, 0, 0), (hub.Tags, hub.ScheduledTags, hub.ChecksPerWindow));
    }

    [Fact]
    public void Create_TagWithAnInvalidReference_IsIgnoredByName()
    {
        var forecast = ImportForecast.Create([AnImageStream().Tag("a").FollowsImage("a:::").Build()]);

        Assert.Empty(forecast.Registries);
        Assert.Equal(["shop/ruby:a: 'a:::' is not an image reference"], forecast.Ignored);
    }

    [Fact]
    public void Create_WholeRepository_CountsItsTagsAtFirst()
    {
        var stream = AnImageStream().Build();
        stream = stream with { Spec = stream.Spec with { DockerImageRepository = "library/ruby" } };

        Assert.Equal(100, Hub(ImportForecast.Create([stream])).InitialPulls);
        Assert.Equal(10, Hub(ImportForecast.Create([stream], new() { RepositoryTags = 5 })).InitialPulls);
    }

    [Theory]
    [InlineData(50, 0)]
    [InlineData(51, 6)]
    [InlineData(100, 6)]
    [InlineData(101, 12)]
    public void Create_FirstImportBeyondTheQuota_TakesMoreWindows(int tags, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Hub(ImportForecast.Create([Scheduled(tags)])).InitialImportDuration);

    [Fact]
    public void Create_FirstImportWithABudget_TakesWhatTheBudgetTakes()
    {
        var options = new ImportForecastOptions { Limits = Budget(10, TimeSpan.FromMinutes(1)) };
        options.Quotas.Clear();

        Assert.Equal(TimeSpan.FromMinutes(3), Hub(ImportForecast.Create([Scheduled(10)], options)).InitialImportDuration);
    }

    [Fact]
    public void Create_RegistriesAndTheirNames_AreSortedAndOne()
    {
        var stream = AnImageStream()
            .Tag("a").FollowsImage("quay.io/a/b")
            .Tag("b").FollowsImage("index.docker.io/a/b")
            .Tag("c").FollowsImage("registry-1.docker.io/a/b")
            .Build();

        var forecast = ImportForecast.Create([stream]);

        Assert.Equal(
            [("docker.io", 2), ("quay.io", 1)], forecast.Registries.Select(registry => (registry.Registry, registry.Tags)));
        Assert.Null(forecast.Registries.Find("quay.io")!.Quota);
        Assert.Equal(TimeSpan.FromHours(1), forecast.Registries.Find("quay.io")!.Window);
    }

    [Fact]
    public void Create_QuotaAndLimitsUnderAnyNameOfTheHub_AreFound()
    {
        var quota = PullQuota.DockerHubAuthenticated;
        var limits = Budget(5, TimeSpan.FromMinutes(1));
        var options = new ImportForecastOptions
        {
            Quotas = { PullQuotaOptions.FromQuota("Index.docker.io", quota) },
            HostLimits = { new() { Registry = "registry-1.docker.io", Limits = limits } },
        };

        var hub = Hub(ImportForecast.Create([Scheduled(1)], options));

        Assert.Equal((quota, limits.Budget), (hub.Quota, hub.Budget));
    }

    [Fact]
    public void Create_MoreChangesThanTheQuota_DelaysTags()
    {
        // 400 tags with a change a day each cost 800 pulls a day, where 400 are allowed.
        var hub = Hub(ImportForecast.Create([Scheduled(400)]));

        Assert.Equal(400, hub.DelayedTags.Count);
        Assert.All(hub.DelayedTags, tag => Assert.Equal(DelayReason.Quota, tag.Reason));
        Assert.Equal((TimeSpan.FromMinutes(15), TimeSpan.FromDays(2)), (hub.DelayedTags[0].RequestedInterval, hub.DelayedTags[0].ExpectedInterval));
        Assert.True(Hub(ImportForecast.Create([Scheduled(200)])).IsFeasible);
    }

    [Fact]
    public void Create_ChecksThatCountAsPulls_DelayTags()
    {
        var quota = new PullQuota { Pulls = 10, Period = TimeSpan.FromHours(1), ChecksCountAsPulls = true };
        var options = new ImportForecastOptions { ChangesPerDay = 0, Quotas = { PullQuotaOptions.FromQuota("docker.io", quota) } };

        var delayed = Hub(ImportForecast.Create([Scheduled(5)], options)).DelayedTags;

        Assert.Equal(Enumerable.Repeat(TimeSpan.FromMinutes(30), 5), delayed.Select(tag => tag.ExpectedInterval));
    }

    [Fact]
    public void Create_BudgetTooSmall_DelaysThoseThatRequestMoreThanTheirShare()
    {
        var stream = AnImageStream()
            .Tag("minute").FollowsImage("quay.io/a/b").Scheduled()
            .Tag("hour").FollowsImage("quay.io/a/c").Scheduled()
            .Build();
        var options = new ImportForecastOptions
        {
            ChangesPerDay = 0,
            Interval = (_, specTag) => specTag.Name == "minute" ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(1),
            Limits = Budget(7, TimeSpan.FromHours(1)),
        };

        var delayed = Assert.Single(ImportForecast.Create([stream], options).Registries[0].DelayedTags);

        Assert.Equal(
            "shop/ruby:minute requested every 1 min, expected every 10 min (budget)",
            delayed.ToString());
    }

    [Fact]
    public void ToString_OfADelayedRegistry_ExplainsIt()
    {
        var options = new ImportForecastOptions
        {
            ChangesPerDay = 0,
            HostLimits = { new() { Registry = "docker.io", Limits = Budget(24, TimeSpan.FromHours(1)) } },
        };

        Assert.Equal(
            """
            docker.io: 12 tags, 12 of them scheduled
              first import: 24 pulls, in at least 1 h
              then in 6 h: 288 checks, 0 pulls of 100 pulls in 6 h (Docker Hub, anonymous), 288 requests of 24 in 1 h
              delayed: 12 of 12 tags
                shop/ruby:0 requested every 15 min, expected every 30 min (budget)
            """,
            string.Join('\n', ImportForecast.Create([Scheduled(12)], options).ToString().Split('\n').Take(5)));
        Assert.EndsWith("\n    and 2 more", ImportForecast.Create([Scheduled(12)], options).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OptionsOutOfRange_AreRefused()
    {
        AssertRefused(new() { ChangesPerDay = -1 });
        AssertRefused(new() { RepositoryTags = -1 });
        AssertRefused(new() { Window = TimeSpan.Zero });
        AssertRefused(new() { Interval = (_, _) => TimeSpan.Zero });
        AssertRefused(new() { Platforms = (_, _) => -1 });
    }

    [Theory]
    [InlineData(100L, 21_600.0, true)]
    [InlineData(null, 21_600.0, false)]
    [InlineData(100L, null, false)]
    [InlineData(0L, 1.0, false)]
    [InlineData(100L, 0.0, false)]
    public void PullQuota_ThatARegistryReports_NeedsLimitAndPeriod(long? limit, double? seconds, bool isQuota)
    {
        var quota = new RegistryQuota
        {
            Registry = "docker.io",
            Limit = limit,
            Window = seconds is { } value ? TimeSpan.FromSeconds(value) : null,
            ObservedAt = DateTimeOffset.UnixEpoch,
        };

        Assert.Equal(isQuota ? "100 pulls in 6 h (reported by docker.io)" : null, PullQuota.FromRegistryQuota(quota)?.ToString());
    }

    private static void AssertRefused(ImportForecastOptions options) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ImportForecast.Create([Scheduled(1)], options));

    private static RegistryLimits Budget(int requests, TimeSpan per) =>
        new() { Budget = new RequestBudget { Requests = requests, Per = per } };

    private static RegistryForecast Hub(ImportForecast forecast) => Assert.Single(forecast.Registries);

    private static ImageStream Scheduled(int tags)
    {
        var stream = AnImageStream();
        for (var i = 0; i < tags; i++)
        {
            stream.Tag($"{i}").FollowsImage($"docker.io/library/ruby:{i}").Scheduled();
        }

        return stream.Build();
    }
}
