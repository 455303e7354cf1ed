using FsCheck;
using FsCheck.Xunit;
using ImageStreams.Importing;
using ImageStreams.Registries;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Importing;

/// <summary>Laws of forecasts.</summary>
[Properties(MaxTest = 500)]
public class ImportForecastLawTests
{
    [Property(Replay = "2026,31")]
    public void Create_AnyBudget_IsUsedFullyAndSharedFairly(PositiveInt[] minutes, PositiveInt requests)
    {
        var budget = new RequestBudget { Requests = requests.Get, Per = TimeSpan.FromHours(1) };
        var registry = Forecast(minutes, new RegistryLimits { Budget = budget });
        if (registry is null || registry.IsFeasible)
        {
            Assert.True((registry?.RequestsPerWindow ?? 0) <= budget.Requests * (1 + 1e-6));
            return;
        }

        var level = Assert.Single(registry.DelayedTags.Select(tag => tag.ExpectedInterval).Distinct());
        var used = minutes.Sum(minute => TimeSpan.FromHours(1) / Max(TimeSpan.FromMinutes(minute.Get), level));

        Assert.All(registry.DelayedTags, tag => Assert.True(tag.RequestedInterval < tag.ExpectedInterval));
        Assert.Equal(minutes.Count(minute => TimeSpan.FromMinutes(minute.Get) < level), registry.DelayedTags.Count);
        Assert.Equal(budget.Requests, used, 1e-3 * budget.Requests);
    }

    [Property(Replay = "2026,33")]
    public void Create_LargerBudget_DelaysNoTag(PositiveInt[] minutes, PositiveInt requests, PositiveInt more)
    {
        var tight = GetDelayed(minutes, requests.Get);
        var loose = GetDelayed(minutes, requests.Get + more.Get);

        Assert.All(loose, tag => Assert.True(tag.Value <= tight.GetValueOrDefault(tag.Key, TimeSpan.Zero)));
    }

    private static Dictionary<string, TimeSpan> GetDelayed(PositiveInt[] minutes, int requests)
    {
        var limits = new RegistryLimits { Budget = new RequestBudget { Requests = requests, Per = TimeSpan.FromHours(1) } };
        return Forecast(minutes, limits)?.DelayedTags.ToDictionary(tag => tag.Tag.Tag, tag => tag.ExpectedInterval) ?? [];
    }

    private static RegistryForecast? Forecast(PositiveInt[] minutes, RegistryLimits limits)
    {
        var stream = AnImageStream();
        for (var i = 0; i < minutes.Length; i++)
        {
            stream.Tag($"{i}").FollowsImage($"quay.io/shop/web:{i}").Scheduled();
        }

        var options = new ImportForecastOptions
        {
            ChangesPerDay = 0,
            Interval = (_, specTag) => TimeSpan.FromMinutes(minutes[int.Parse(specTag.Name, provider: null)].Get),
            Limits = limits,
        };
        return ImportForecast.Create([stream.Build()], options).Registries.Find("quay.io");
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
