using System.Net;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Tests.Registries;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Documentation;

public sealed class RateLimitsSamples
{
    [Fact]
    public void Limits_OfSingleRegistries_AreOptions()
    {
        // sample: limits-options
        var options = new RegistryClientOptions
        {
            Limits = new RegistryLimits { MaxConcurrentRequests = 8 },
            HostLimits =
            {
                new RegistryHostLimits
                {
                    Registry = "docker.io",
                    Limits = new RegistryLimits
                    {
                        Budget = new RequestBudget { Requests = 30, Per = TimeSpan.FromMinutes(1), Burst = 10 },
                        MaxWait = TimeSpan.FromMinutes(5),
                    },
                },
            },
        };
        // end

        Assert.Equal(10, options.HostLimits.Single(host => host.Registry == "docker.io").Limits.Budget!.Burst);
    }

    [Fact]
    public async Task Quota_ThatARegistryReported_CanBeRead()
    {
        using var handler = new ScriptedHandler(_ => Reply.Manifest()
            .With("ratelimit-limit", "100;w=21600").With("ratelimit-remaining", "76;w=21600"));
        using var client = new HttpRegistryClient(handlers: RegistryHandlers.From(handler));
        var repository = RegistryRepository.From(ImageReference.Parse("ruby:3"));
        await client.GetManifestAsync(repository, "3");

        // sample: limits-quota
        if (client.FindQuota("docker.io") is { } quota)
        {
            Console.WriteLine($"{quota.Remaining} of {quota.Limit} in {quota.Window}");
        }
        // end

        Assert.Equal(76, client.FindQuota("docker.io")?.Remaining);
    }

    [Fact]
    public void Forecast_OfStreams_ReportsWhatIsDelayed()
    {
        var builder = AnImageStream();
        for (var i = 0; i < 300; i++)
        {
            builder.Tag($"{i}").FollowsImage($"ruby:{i}").Scheduled();
        }

        ImageStream[] streams = [builder.Build()];

        // sample: limits-forecast
        var forecast = ImportForecast.Create(streams, new ImportForecastOptions
        {
            Quotas = { PullQuotaOptions.FromQuota("docker.io", PullQuota.DockerHubAuthenticated) },
            Interval = (stream, tag) => TimeSpan.FromMinutes(tag.Name == "latest" ? 5 : 30),
            ChangesPerDay = 2,
        });

        Console.WriteLine(forecast);
        foreach (var delayed in forecast.Registries.SelectMany(registry => registry.DelayedTags))
        {
            Console.WriteLine($"{delayed.Tag}: {delayed.ExpectedInterval}, not {delayed.RequestedInterval} ({delayed.Reason})");
        }
        // end

        Assert.Equal(300, forecast.Registries.Find("docker.io")!.DelayedTags.Count);
    }

    [Fact]
    public async Task Failure_ReportsWhenToRetry()
    {
        using var handler = new ScriptedHandler(_ => Reply.Status(HttpStatusCode.TooManyRequests).With("Retry-After", "3600"));
        using var client = new HttpRegistryClient(handlers: RegistryHandlers.From(handler));
        var repository = RegistryRepository.From(ImageReference.Parse("ruby:3"));
        var advice = "";

        // sample: limits-errors
        try
        {
            await client.ResolveAsync(repository, "3");
        }
        catch (RegistryException e) when (e.IsTransient)
        {
            advice = e.Reason switch
            {
                RegistryFailure.RateLimited => $"retry in {e.RetryAfter}",
                RegistryFailure.CircuitOpen => "the registry keeps failing",
                RegistryFailure.QueueFull => "send fewer requests at a time",
                _ => e.Message,
            };
        }
        // end

        Assert.Equal("retry in 01:00:00", advice);
    }
}
