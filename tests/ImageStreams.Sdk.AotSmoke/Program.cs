using System.Text.Json;
using System.Text.Json.Serialization;
using ImageStreams;
using ImageStreams.AotSmoke;
using ImageStreams.Builds;
using ImageStreams.Clients;
using ImageStreams.Graphs;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Resolution;
using ImageStreams.Serialization;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using ImageStreams.Triggers;
using Microsoft.Extensions.DependencyInjection;

// Parse: references and a stream, as they come from outside.
var reference = ImageReference.Parse("registry.example.com/team/app:1.0");
Check.Equal("registry.example.com", reference.Registry);
var stream = ImageStreamJson.Deserialize<ImageStream>(Samples.Stream);
Check.Equal(reference.ToString(), stream.Spec.Tags[0].From?.Name);

// Import: over real HTTP on loopback, and in memory, with services from dependency injection.
using var registry = new InMemoryRegistry();
var digest = registry.Push("team/app:1.0", SyntheticImage.Create("app").WithCreated(Samples.Created));
await using var services = new ServiceCollection()
    .AddSingleton<IRegistryClient>(registry)
    .AddSingleton<TimeProvider>(new StoppedClock(Samples.Now))
    .AddImageStreams().Services
    .BuildServiceProvider();
var result = await services.GetRequiredService<ImageImporter>().ImportTagAsync(stream, "1.0");
Check.Equal(digest.ToString(), (result as TagImportResult.Imported)?.Image.Metadata.Name);

await using var server = await LoopbackRegistryServer.StartAsync(registry);
using var client = new HttpRegistryClient();
var repository = new RegistryRepository { Registry = server.Host, Name = "team/app", Insecure = true };
Check.Equal(digest.ToString(), (await client.ResolveAsync(repository, "1.0")).Descriptor.Digest.ToString());

// Resolve: the tag that follows has moved along.
var resolution = TagResolver.Resolve(result.Stream, "latest");
Check.Equal($"registry.example.com/team/app@{digest}", (resolution as TagResolution.Resolved)?.PullSpec);

// Serialize: the same bytes by the library and by System.Text.Json, and equal when read again.
var json = ImageStreamJson.Serialize(result.Stream);
Check.Equal(Samples.Imported(digest), json);
Check.Equal(json, JsonSerializer.Serialize(result.Stream, SmokeContext.Default.ImageStream));
Check.Equal(result.Stream, ImageStreamJson.Deserialize<ImageStream>(json));

// Store: the embedded engine creates, imports and returns it.
var engine = services.GetRequiredService<IImageStreamClient>();
await engine.Streams.CreateAsync(stream with { Metadata = stream.Metadata with { ResourceVersion = null } });
await engine.ImportDueAsync(ImageStreamName.From(stream));
var kept = await engine.Tags.GetAsync(stream.Metadata.Namespace!, $"{stream.Metadata.Name}:latest");
Check.Equal(digest.ToString(), kept.Image.Metadata.Name);

// Graph: what moves when the imported tag does, as text for tools and for a picture.
var graph = TagGraph.FromStreams([result.Stream]);
var moved = ImageStreamTagName.FromParts(stream.Metadata.Namespace!, stream.Metadata.Name!, "1.0");
Check.Equal(1, graph.ComputeImpact(moved).Tags);
Check.Equal(2, graph.ResolveAll().CountByKind(TagOutcomeKind.Resolved));
Check.Equal(3, JsonDocument.Parse(graph.ToSlice().ToJson()).RootElement.GetProperty("nodes").GetArrayLength());
Check.Equal(true, graph.ToSlice().ToDot().StartsWith("digraph", StringComparison.Ordinal));

// Examine: a build whose trigger names a tag that does not exist, as SARIF.
var from = ObjectReference.ImageStreamTag("gone:1");
var build = new BuildConfig { Spec = new() { Triggers = [new() { Type = "ImageChange", ImageChange = new() { From = from } }] } };
var sarif = JsonDocument.Parse(TriggerSarif.ToJson(TriggerDoctor.Examine(new GraphObjects { BuildConfigs = [build] })));
Check.Equal("IST1102", sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("ruleId").GetString());

Console.WriteLine("parse, import, resolve, serialize, keep, graph, examine: all as expected");

/// <summary>A serializer context as a user writes it.</summary>
[JsonSerializable(typeof(ImageStream))]
internal sealed partial class SmokeContext : JsonSerializerContext;
