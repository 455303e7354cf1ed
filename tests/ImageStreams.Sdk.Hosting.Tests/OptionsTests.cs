using ImageStreams.Controllers;
using ImageStreams.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ImageStreams.Tests.Hosting;

/// <summary>The options of a host.</summary>
public sealed class OptionsTests
{
    public static TheoryData<Action<IImageStreamsBuilder>, string> Invalid => new()
    {
        { streams => streams.ConfigureControllerHost(o => o.MaxConcurrentImports = 0), "ControllerHostOptions.MaxConcurrentImports is 0 and must be at least 1." },
        { streams => streams.AddImportController(o => o.Interval = TimeSpan.Zero), "ImportScheduleOptions.Interval is 00:00:00 and must be more than zero." },
        { streams => streams.ConfigureControllerHost(o => o.RestartDelay = TimeSpan.Zero), "ControllerHostOptions.RestartDelay is 00:00:00 and must be more than zero." },
        { streams => streams.ConfigureControllerHost(o => o.MaxRestartDelay = TimeSpan.Zero), "ControllerHostOptions.MaxRestartDelay is 00:00:00 and must be at least RestartDelay (00:00:01) and at most 1.00:00:00." },
        { streams => streams.Services.Configure<ImageStreamHealthOptions>(o => o.OnTimeShare = 1.5), "ImageStreamHealthOptions.OnTimeShare is 1.5 and must be more than 0 and at most 1." },
        { streams => streams.Services.Configure<ImageStreamHealthOptions>(o => o.AllowedIntervals = double.NaN), "ImageStreamHealthOptions.AllowedIntervals is NaN and must be between 1 and 1000." },
        { streams => streams.Services.Configure<ImageStreamHealthOptions>(o => o.MaxReportedTags = -1), "ImageStreamHealthOptions.MaxReportedTags is -1 and must be at least 0." },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task Start_OptionIsOutOfRange_FailsWithASentence(Action<IImageStreamsBuilder> configure, string expected)
    {
        using var host = HostRig.Create(configure).Host;

        var error = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InternalRegistry_IsSetInOnePlace()
    {
        await using var rig = HostRig.Create(static streams => streams
            .UseInternalRegistry("registry.internal:5000").AddTriggerController<RecordingTarget>());

        Assert.Equal("registry.internal:5000", rig.Get<IOptions<TriggerControllerOptions>>().Value.InternalRegistryHostname);
    }

    [Fact]
    public async Task Add_Twice_RunsOneService()
    {
        await using var rig = HostRig.Create(static streams => streams.AddImportController().AddImportController());

        Assert.Single(rig.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<ControllerService>());
    }
}
