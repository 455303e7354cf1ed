using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ImageStreams.BindingTests;

public sealed class OptionsValidationTests
{
    [Fact]
    public void Start_DefaultOptions_AreValid() => Start(static _ => { });

    [Fact]
    public void Start_OptionsFromConfiguration_ReachTheServices()
    {
        var configuration = Configure(("Registry:MaxAttempts", "7"), ("Engine:ExternalRegistryHostname", "registry.example"));
        var services = new ServiceCollection();
        services.AddImageStreams();
        services.Configure<RegistryClientOptions>(configuration.GetSection("Registry"));
        services.Configure<EmbeddedImageStreamOptions>(configuration.GetSection("Engine"));
        using var provider = services.BuildServiceProvider();

        Assert.Equal(7, provider.GetRequiredService<IOptions<RegistryClientOptions>>().Value.MaxAttempts);
        Assert.Equal(
            "registry.example", provider.GetRequiredService<IOptions<EmbeddedImageStreamOptions>>().Value.ExternalRegistryHostname);
    }

    [Fact]
    public void Start_OptionsOutOfRange_NamesEachOptionAndItsLimit()
    {
        var configuration = Configure(
            ("MaxAttempts", "0"),
            ("AttemptTimeout", "2.00:00:00"),
            ("Limits:BreakerFailureRatio", "1.5"),
            ("Limits:Budget:Requests", "0"),
            ("HostLimits:0:Registry", "https://quay.io"));

        var exception = Assert.Throws<OptionsValidationException>(
            () => Start(services => services.Configure<RegistryClientOptions>(configuration)));

        Assert.Equal(
            [
                "RegistryClientOptions.AttemptTimeout is 2.00:00:00 and must be more than zero and at most 1.00:00:00.",
                "RegistryClientOptions.HostLimits[0].Registry is 'https://quay.io' and must be a host with an optional port.",
                "RegistryClientOptions.Limits.BreakerFailureRatio is 1.5 and must be more than 0 and at most 1.",
                "RegistryClientOptions.Limits.Budget.Requests is 0 and must be at least 1.",
                "RegistryClientOptions.MaxAttempts is 0 and must be at least 1.",
            ],
            exception.Failures.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("MaxConnectionsPerHost", "0", "must be at least 1")]
    [InlineData("Hosts:0:Host", "quay.io/team", "must be a host with an optional port")]
    [InlineData("ConnectTimeout", "30", "is 30.00:00:00 and must be more than zero and at most 1.00:00:00")]
    public void Start_TransportOutOfRange_IsRefused(string option, string value, string limit) =>
        AssertRefused<RegistryTransportOptions>(services => services.Configure<RegistryTransportOptions>(Configure((option, value))), limit);

    [Fact]
    public void Start_HostListedTwice_IsRefused() => AssertRefused<RegistryTransportOptions>(
        services => services.Configure<RegistryTransportOptions>(Configure(("Hosts:0:Host", "quay.io"), ("Hosts:1:Host", "quay.io"))),
        "Hosts[1].Host is 'quay.io' and must be listed once");

    [Fact]
    public void Start_AddressWithAPassword_IsRefusedWithoutIt()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Start(services =>
            services.Configure<RegistryClientOptions>(Configure(("HostLimits:0:Registry", "https://bob:s3cret@quay.io")))));

        Assert.Contains("'***@quay.io'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_OptionsOfAServiceThatIsNotRegistered_AreValidatedToo() => AssertRefused<ImportScheduleOptions>(
        services => services.Configure<ImportScheduleOptions>(Configure(("Jitter", "0.75"))), "must be between 0 and 0.5");

    [Theory]
    [InlineData("MaxConcurrency", "0", "must be at least 1")]
    [InlineData("PreferredPlatform", "linux", "must be a platform such as linux/amd64")]
    [InlineData("RepositoryTags:Limit", "0", "must be at least 1")]
    public void Start_ImporterOutOfRange_IsRefused(string option, string value, string limit) =>
        AssertRefused<ImageImporterOptions>(services => services.Configure<ImageImporterOptions>(Configure((option, value))), limit);

    [Theory]
    [InlineData("ImageStreamImportMode", "Best", "must be 'Legacy' or 'PreserveOriginal'")]
    [InlineData("AllowedRegistriesForImport:0:DomainName", "a:b:c", "must be a host with an optional port")]
    public void Start_EngineOutOfRange_IsRefused(string option, string value, string limit) =>
        AssertRefused<EmbeddedImageStreamOptions>(services => services.Configure<EmbeddedImageStreamOptions>(Configure((option, value))), limit);

    [Fact]
    public void Start_StoreOutOfRange_IsRefused() => AssertRefused<InMemoryStoreOptions>(
        services => services.Configure<InMemoryStoreOptions>(Configure(("WatchHistory", "0"))), "must be between 1 and 1048576");

    [Fact]
    public void Value_DelaysInTheWrongOrder_AreRefused()
    {
        var services = new ServiceCollection();
        services.AddImageStreams();
        services.Configure<TriggerControllerOptions>(Configure(("RetryDelay", "00:01:00"), ("MaxRetryDelay", "00:00:01")));
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(
            () => provider.GetRequiredService<IOptions<TriggerControllerOptions>>().Value);

        Assert.Equal(
            "TriggerControllerOptions.MaxRetryDelay is 00:00:01 and must be at least RetryDelay (00:01:00).", exception.Message);
    }

    [Fact]
    public void Create_OptionOutOfRange_NamesItWithoutAServiceCollectionToo()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new ImportSchedule(new ImportScheduleOptions { Jitter = 0.75 }));

        Assert.Equal(
            "ImportScheduleOptions.Jitter is 0.75 and must be between 0 and 0.5. (Parameter 'options')", exception.Message);
    }

    private static void AssertRefused<TOptions>(Action<IServiceCollection> configure, string limit)
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Start(configure));

        var failure = Assert.Single(exception.Failures);
        Assert.StartsWith(typeof(TOptions).Name + ".", failure, StringComparison.Ordinal);
        Assert.Contains(limit, failure, StringComparison.Ordinal);
    }

    /// <summary>Validates the options, as a host does when it starts.</summary>
    private static void Start(Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        services.AddImageStreams();
        configure(services);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    private static IConfiguration Configure(params (string Option, string Value)[] options) => new ConfigurationBuilder()
        .AddInMemoryCollection(options.Select(option => KeyValuePair.Create(option.Option, (string?)option.Value)))
        .Build();
}
