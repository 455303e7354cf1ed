using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Storage;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>Answers what a deployment configuration was: its subresource <c>rollback</c>. Nothing is stored; the client updates the
/// configuration with the answer.</summary>
internal sealed class Rollbacks(Func<string, ServedResource> find, IClusterObjectStore store)
{
    private const string Resource = "deploymentconfigs.apps.openshift.io";

    // What a rollback includes, and the fields of the specification that are then as they were.
    private static readonly (string Option, string[] Fields)[] Parts =
    [
        ("includeTriggers", ["triggers"]), ("includeTemplate", ["template"]),
        ("includeReplicationMeta", ["replicas", "selector"]), ("includeStrategy", ["strategy"]),
    ];

    private readonly IObjectStore<ClusterObject> _configs = store.GetObjects(Resource);
    private readonly IObjectStore<ClusterObject> _rollouts = store.GetObjects("replicationcontrollers");

    public async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var wanted = ObjectRequests.ParseBody(request);
        var name = wanted.FindText("name") is { Length: > 0 } sent ? sent : request.Name!;
        var current = await _configs.FindAsync(new ObjectKey(request.Namespace!, name), cancellationToken).ConfigureAwait(false)
            ?? throw Invalid(name, $"cannot get deployment config \"{name}\": it is not there");
        var config = ObjectDocuments.WithOwners(current);
        var version = FindVersion(config, wanted, name);
        var rollout = RolloutNames.GetName(name, version);
        var found = await _rollouts.FindAsync(new ObjectKey(request.Namespace!, rollout), cancellationToken).ConfigureAwait(false)
            ?? throw Invalid(name, $"replicationcontrollers \"{rollout}\" not found");
        var former = RolloutNames.Decode(ObjectDocuments.FromObject(found))
            ?? throw Invalid(name, $"couldn't decode deployment config from deployment {rollout}");
        Change(config, former, wanted);
        config.Remove("kind");
        config.Remove("apiVersion");
        return ServedAnswer.FromCreated(new ServedObject(ObjectDocuments.ToUtf8(config)));
    }

    private static void Change(JsonObject config, JsonObject former, JsonObject wanted)
    {
        var spec = config.GetOrAddObject("spec");
        foreach (var field in Parts.Where(part => wanted.IsTrue("spec", part.Option)).SelectMany(static part => part.Fields))
        {
            spec.CopyFrom(former.GetOrAddObject("spec"), field);
        }

        // Otherwise the tags would undo the rollback.
        foreach (var change in config.FindItems("spec", "triggers").Select(static trigger => trigger.FindObject("imageChangeParams")))
        {
            change?.Remove("automatic");
        }

        var status = config.GetOrAddObject("status");
        status["latestVersion"] = (status.FindNumber("latestVersion") ?? 0) + 1;
    }

    private long FindVersion(JsonObject config, JsonObject wanted, string name)
    {
        var latest = config.FindNumber("status", "latestVersion") ?? 0;
        var version = wanted.FindNumber("spec", "revision") is > 0 and var revision ? revision : latest - 1;
        return (latest, version) switch
        {
            (0, _) => throw Invalid(name, "cannot rollback an undeployed config"),
            (1, _) => throw Invalid(name, $"no previous deployment exists for \"{name}\""),
            _ when latest == version =>
                throw Invalid(name, string.Create(CultureInfo.InvariantCulture, $"version {version} is already the latest")),
            _ => version,
        };
    }

    private Clients.ApiException Invalid(string name, string detail)
    {
        var error = new FieldError { Type = FieldErrorType.Invalid, Field = "name", BadValue = name, Detail = detail };
        return new ObjectErrors(find(Resource).Definition with { Kind = "DeploymentConfigRollback" }).Invalid(name, [error]);
    }
}
