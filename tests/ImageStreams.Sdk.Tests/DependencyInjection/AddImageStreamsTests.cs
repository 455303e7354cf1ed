using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Storage;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.DependencyInjection;

public class AddImageStreamsTests
{
    [Fact]
    public void AddImageStreams_Alone_ResolvesEverythingAsSingletons()
    {
        using var provider = Build(services => services.AddImageStreams());

        Assert.All(
            new[] { typeof(IRegistryClient), typeof(ImageImporter), typeof(IRegistryHandlerSource), typeof(IRegistryCredentialSource) },
            type => Assert.Same(provider.GetRequiredService(type), provider.GetRequiredService(type)));
        Assert.IsType<HttpRegistryClient>(provider.GetRequiredService<IRegistryClient>());
        Assert.Same(TimeProvider.System, provider.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public void AddImageStreams_Twice_AddsNothing()
    {
        var services = new ServiceCollection();
        services.AddImageStreams();
        var before = services.ToList();

        var builder = services.AddImageStreams();

        Assert.Equal(before, services);
        Assert.Same(services, builder.Services);
    }

    [Fact]
    public async Task AddImageStreams_Alone_KeepsStreamsInMemory()
    {
        using var provider = Build(services => services
            .AddImageStreams()
            .ConfigureEngine(options => options.InternalRegistryHostname = "registry.local"));
        var client = provider.GetRequiredService<IImageStreamClient>();

        var stream = await client.Streams.CreateAsync(
            new ImageStream { Metadata = new ObjectMeta { Name = "app", Namespace = "shop" } });

        Assert.Equal("registry.local/shop/app", stream.Status.DockerImageRepository);
        Assert.Same(client, provider.GetRequiredService<IImageStreamClient>());
        Assert.NotNull(await provider.GetRequiredService<IImageStreamStore>().Streams.FindAsync(ObjectKey.FromObject(stream)));
    }

    [Theory]
    [InlineData("", "registry.local")]
    [InlineData("other.local", "other.local")]
    public void ConfigureEngine_InternalRegistry_IsThatOfTriggersToo(string ofTriggers, string expected)
    {
        using var provider = Build(services => services
            .AddImageStreams()
            .ConfigureTriggers(options => options.InternalRegistryHostname = ofTriggers)
            .ConfigureEngine(options => options.InternalRegistryHostname = "registry.local"));

        Assert.Equal(expected, provider.GetRequiredService<IOptions<TriggerControllerOptions>>().Value.InternalRegistryHostname);
    }

    [Fact]
    public void AddImageStreams_StateOfControllers_IsOfThoseThatAreRegistered()
    {
        using var provider = Build(services => services.AddImageStreams());

        var sources = provider.GetServices<IStateSource>().ToList();

        Assert.Contains(provider.GetRequiredService<ImportController>(), sources);
        Assert.Equal(
            ["import-pauses", "imports", "registry-pauses"],
            sources.SelectMany(source => source.StateSections).Order(StringComparer.Ordinal));
        Assert.Same(
            provider.GetRequiredService<RegistryPauses>(),
            provider.GetRequiredService<IOptions<RegistryClientOptions>>().Value.GetPauses!());
        Assert.NotNull(provider.GetRequiredService<ControllerState>());
    }

    [Fact]
    public void AddImageStreams_StoreRegisteredBefore_Stays()
    {
        var store = new InMemoryImageStreamStore();

        using var provider = Build(services => services.AddSingleton<IImageStreamStore>(store).AddImageStreams());

        Assert.Same(store, provider.GetRequiredService<IImageStreamStore>());
    }

    [Fact]
    public void AddImageStreams_TwiceConfigured_AppliesBothInOrder()
    {
        using var provider = Build(services =>
        {
            services.AddImageStreams(options => (options.MaxAttempts, options.UserAgent) = (2, "first"));
            services.AddImageStreams(options => options.UserAgent = "second");
        });

        var options = provider.GetRequiredService<IOptions<RegistryClientOptions>>().Value;

        Assert.Equal((2, "second"), (options.MaxAttempts, options.UserAgent));
    }

    [Fact]
    public async Task AddImageStreams_RegistryRegisteredBefore_ImportsFromIt()
    {
        using var registry = new InMemoryRegistry();
        var time = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        registry.Push("app/web:1", SyntheticImage.Create());
        using var provider = Build(services =>
        {
            services.AddSingleton<IRegistryClient>(registry).AddSingleton<TimeProvider>(time);
            services.AddImageStreams();
        });

        var stream = AnImageStream().Tag("a").FollowsImage("quay.io/app/web:1").Build();
        var result = await provider.GetRequiredService<ImageImporter>().ImportTagAsync(stream, "a");

        Assert.Equal(2030, result.Stream.Status.Tags[0].Items[0].Created.ToDateTimeOffset().Year);
    }

    [Fact]
    public async Task AddImageStreams_Options_ReachTheClient()
    {
        using var registry = new InMemoryRegistry();
        registry.Push("app/web:1", SyntheticImage.Create());
        await using var server = await LoopbackRegistryServer.StartAsync(registry);
        await using var provider = Build(services => services.AddImageStreams(options => options.UserAgent = "shop/1.0"));

        var repository = new RegistryRepository { Registry = server.Host, Name = "app/web", Insecure = true };
        await provider.GetRequiredService<IRegistryClient>().ResolveAsync(repository, "1");

        Assert.Equal("shop/1.0", registry.Requests[^1].UserAgent);
    }

    [Fact]
    public void UseCredentials_Source_ReplacesTheAnonymousOne()
    {
        var credentials = RegistryCredentials.For("quay.io", "user", "password");
        using var provider = Build(services => services.AddImageStreams().UseCredentials(credentials));
        Assert.Same(credentials, provider.GetRequiredService<IRegistryCredentialSource>());
    }

    [Fact]
    public void AddImageStreams_CredentialsRegisteredBefore_Stay()
    {
        var credentials = RegistryCredentials.For("quay.io", "user", "password");
        using var provider = Build(services => services.AddSingleton(credentials).AddImageStreams());
        Assert.Same(credentials, provider.GetRequiredService<IRegistryCredentialSource>());
    }

    private static ServiceProvider Build(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
