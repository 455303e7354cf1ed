using System.Text.Json.Nodes;
using ImageStreams.Builds;
using ImageStreams.Patching;
using ImageStreams.Schemas;
using ImageStreams.Serialization;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Recordings;

/// <summary>A simulated world in which the recorded changes of a real cluster are applied.</summary>
internal sealed class TriggerWorld : IDisposable
{
    private readonly ImageStreamWorld _world = new(new WorldOptions { Fuse = null });

    public TriggerWorld(RecordedDigests digests)
    {
        foreach (var (name, image) in digests.Images)
        {
            _world.Registry.Push(name, image);
        }
    }

    public void Dispose() => _world.Dispose();

    /// <summary>Applies the change of an exchange; a request that only reads changes nothing.</summary>
    public Task DoAsync(Exchange exchange)
    {
        var path = exchange.Request.Path.Split('/');
        return (exchange.Request.Method, path) switch
        {
            ("POST", [.., "namespaces", var ns, "buildconfigs", var name, "instantiate"]) => _world.StartBuildAsync(ns, name),
            ("POST", [.., "namespaces", var ns, "deploymentconfigs", var name, "instantiate"]) =>
                _world.StartRolloutAsync(ns, name),
            ("POST", [.., "imagestreamimports"]) => ImportAsync(exchange),
            ("POST", [.., "imagestreammappings"]) => MapAsync(exchange),
            ("DELETE", [.., "namespaces", var ns, "imagestreamtags", var tag]) => DeleteTagAsync(ns, tag),
            ("POST" or "PUT", _) => _world.ApplyAsync(GetBody(exchange).ToJsonString()),
            ("PATCH", [.., "namespaces", var ns, _, var name]) => PatchAsync(exchange, ns, name),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>The current state of a recorded object, in the form of the recording.</summary>
    public IReadOnlyList<string> GetState(JsonNode recorded)
    {
        var (ns, name) = ((string)recorded["metadata"]!["namespace"]!, (string)recorded["metadata"]!["name"]!);
        return (string)recorded["kind"]! switch
        {
            "BuildConfig" => TriggerState.Read(ToJson(_world.GetBuildConfig(ns, name).WithTypeMeta())),
            "DeploymentConfig" => TriggerState.Read(ToJson(_world.GetDeploymentConfig(ns, name).WithTypeMeta())),
            var kind => TriggerState.Read(JsonNode.Parse(_world.GetWorkload(kind, ns, name).ToJson())!),
        };
    }

    /// <summary>The builds that were requested, each with its base image and its causes.</summary>
    public IReadOnlyList<string> Builds() => [.. _world.Builds
        .Select(build => $"{build.Name} from {build.BaseImage}: {Describe(build.TriggeredBy)}")
        .Order(StringComparer.Ordinal)];

    private static string Describe(IEnumerable<BuildTriggerCause> causes) => string.Join(
        ", ", causes.Select(cause => $"{cause.Message} {cause.ImageChangeBuild?.FromRef?.Name} {cause.ImageChangeBuild?.ImageId}"));

    private static JsonNode ToJson<T>(T value)
        where T : ApiObject, IWireObject<T> => JsonNode.Parse(ImageStreamJson.Serialize(value))!;

    private static JsonObject GetBody(Exchange exchange)
    {
        var body = JsonNode.Parse(exchange.Request.Body!)!.AsObject();
        body["metadata"]!["namespace"] ??= exchange.Request.Path.Split('/').SkipWhile(step => step != "namespaces").ElementAt(1);
        return body;
    }

    private async Task ImportAsync(Exchange exchange)
    {
        await _world.Client.Imports.CreateAsync(
            ImageStreamJson.Deserialize<ImageStreamImport>(GetBody(exchange).ToJsonString()));
        await _world.SettleAsync();
    }

    private async Task MapAsync(Exchange exchange)
    {
        await _world.Client.Mappings.CreateAsync(
            ImageStreamJson.Deserialize<ImageStreamMapping>(GetBody(exchange).ToJsonString()));
        await _world.SettleAsync();
    }

    private async Task DeleteTagAsync(string ns, string tag)
    {
        await _world.Client.Tags.DeleteAsync(ns, tag);
        await _world.SettleAsync();
    }

    private Task PatchAsync(Exchange exchange, string ns, string name)
    {
        var current = JsonNode.Parse(_world.GetWorkload("Deployment", ns, name).ToJson())!.AsObject();
        var patched = ObjectPatcher.Patch(current, ObjectPatch.Merge(exchange.Request.Body!), ObjectSchemas.All.First());
        return _world.ApplyAsync(patched.Object.ToJsonString());
    }
}
