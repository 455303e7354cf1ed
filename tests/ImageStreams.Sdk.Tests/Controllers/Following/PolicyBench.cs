using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Policies;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Tests.Clients;

namespace ImageStreams.Tests.Controllers;

/// <summary>An engine, a registry and a controller of policies, on a clock that stands still.</summary>
internal sealed class PolicyBench : IDisposable
{
    public const string App = "quay.io/team/app";
    private readonly HttpRegistryClient _registry;

    public PolicyBench(TagPolicyOptions? options = null, params IImageGate[] gates)
    {
        _registry = new HttpRegistryClient(
            new RegistryClientOptions { MaxAttempts = 1 }, null, RegistryHandlers.From(Engine.Registry.CreateHandler()), Engine.Time);
        Controller = new TagPolicyController(
            Engine.Client, _registry, new TagGatekeeper(gates), options, Engine.Time);
    }

    public EmbeddedEngine Engine { get; } = new();

    public TagPolicyController Controller { get; }

    public void Push(params string[] tags) => Array.ForEach(
        tags, tag => Engine.Registry.Push($"{App}:{tag}", SyntheticImage.Create(tag).WithCreated(Engine.Time.GetUtcNow())));

    /// <summary>Creates a stream with one tag that follows a repository by a policy, and imports it.</summary>
    public async Task<ImageStream> CreateAsync(string policy, string tag = "2.0.0", string? gates = null, string name = "app")
    {
        var specTag = new TagReference
        {
            Name = "prod",
            From = ObjectReference.DockerImage($"{App}:{tag}"),
        };
        specTag = specTag with { Annotations = specTag.Annotations.Set(TagPolicyAnnotation.Name, policy) };
        specTag = gates is null ? specTag : specTag with { Annotations = specTag.Annotations.Set(TagGatesAnnotation.Name, gates) };
        var stream = await Engine.Client.Streams.CreateAsync(EmbeddedEngine.AStream(name, specTag));
        var imports = new ImportController(Engine.Client, timeProvider: Engine.Time);
        imports.Observe(stream);
        await imports.RunDueAsync();
        stream = await GetAsync(name);
        Controller.Observe(stream);
        return stream;
    }

    public async Task<ImageStream> GetAsync(string name = "app") => await Engine.Client.Streams.GetAsync("shop", name);

    /// <summary>Runs what is due, and gives the only report.</summary>
    public async Task<TagMoveReport> RunAsync() => Assert.Single(await Controller.RunDueAsync());

    public async Task<TagMoveReport> RunAfterAsync(TimeSpan time)
    {
        Engine.Time.Advance(time);
        return await RunAsync();
    }

    public void Dispose()
    {
        _registry.Dispose();
        Engine.Dispose();
    }
}
