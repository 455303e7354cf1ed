using ImageStreams.Controllers;

namespace ImageStreams.Tests.Controllers;

/// <summary>Periods without an end, which no time can be added to, are refused at once, not in the first storm.</summary>
public class StormOptionsTests : StormTestBase
{
    public static TheoryData<TriggerControllerOptions, string> Endless => new()
    {
        { new() { Waves = new BuildWaveOptions { MaxWait = TimeSpan.MaxValue } }, "TriggerControllerOptions.Waves.MaxWait" },
        { new() { BuildRate = new BuildRateOptions { Window = TimeSpan.MaxValue } }, "TriggerControllerOptions.BuildRate.Window" },
        { new() { Fuse = new TriggerFuseOptions { Window = TimeSpan.MaxValue } }, "TriggerControllerOptions.Fuse.Window" },
        { new() { MaxRetryDelay = TimeSpan.MaxValue }, "TriggerControllerOptions.MaxRetryDelay" },
        { new() { MaturityDelay = TimeSpan.MaxValue }, "TriggerControllerOptions.MaturityDelay" },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public void Create_EndlessPeriod_IsRefused(TriggerControllerOptions options, string name)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Create(options));

        Assert.StartsWith(name + " is ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("366.00:00:00", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReactAsync_LongestPeriods_Work()
    {
        var longest = TimeSpan.FromDays(366);
        var controller = Create(new TriggerControllerOptions
        {
            Waves = new BuildWaveOptions { MaxWait = longest },
            BuildRate = new BuildRateOptions { MaxBuilds = 1, Window = longest },
            Fuse = new TriggerFuseOptions { Window = longest },
            MaxRetryDelay = longest,
        });
        controller.Observe(Stream("base", '1'));
        controller.Observe(Build("ruby", "base"));
        controller.Observe(Build("app", "base"));

        Assert.Equal(["ruby BuildStarted", "app Delayed"], await ReactAsync(controller));
        Assert.Equal(Now + longest, controller.NextDue);
    }
}
