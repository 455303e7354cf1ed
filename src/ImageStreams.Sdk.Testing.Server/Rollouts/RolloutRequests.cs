using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Storage;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>Starts rollouts: the subresource <c>instantiate</c> of deployment configurations.</summary>
/// <remarks>Sets the images of the tags, counts the version and notes the cause; the controller does the rest. None of this changes
/// the owners of fields.</remarks>
internal sealed class RolloutRequests(
    Func<string, ServedResource> find, IClusterObjectStore store, IObjectStore<ImageStream> streams, string internalRegistryHostname)
{
    private const string Resource = "deploymentconfigs.apps.openshift.io";
    private const string RequestKind = "DeploymentRequest";

    private readonly IObjectStore<ClusterObject> _configs = store.GetObjects(Resource);
    private readonly IObjectStore<ClusterObject> _rollouts = store.GetObjects("replicationcontrollers");

    public async ValueTask<ServedAnswer> InstantiateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var wanted = ObjectRequests.ParseBody(request);
        var name = wanted.FindText("name") is { Length: > 0 } sent ? sent : request.Name!;
        while (true)
        {
            try
            {
                return await AttemptAsync(request, name, wanted, cancellationToken).ConfigureAwait(false);
            }
            catch (StoreException e) when (e.Reason == StoreFailure.Conflict)
            {
                // The next attempt reads what another one has written.
            }
            catch (StoreException e)
            {
                throw new ObjectErrors(find(Resource).Definition).FromStore(e, name);
            }
        }
    }

    private async Task<ServedAnswer> AttemptAsync(
        ResourceRequest request, string name, JsonObject wanted, CancellationToken cancellationToken)
    {
        var definition = find(Resource).Definition;
        var current = await _configs.FindAsync(new ObjectKey(request.Namespace!, name), cancellationToken).ConfigureAwait(false)
            ?? throw ServedErrors.NotFound(definition, name);
        var config = ObjectDocuments.FromObject(current);
        RequireRunning(config, definition, name);
        if (wanted.IsTrue("latest"))
        {
            await SetImagesAsync(config, wanted, cancellationToken).ConfigureAwait(false);
        }

        if (await FindDetailsAsync(config, wanted, cancellationToken).ConfigureAwait(false) is not { } details)
        {
            return Nothing(name);
        }

        Count(config, details);
        var next = ObjectDocuments.ToObject(config, current.Metadata.ManagedFields);
        var stored = request.Write.DryRun ? next : await _configs.UpdateAsync(next, cancellationToken).ConfigureAwait(false);
        return ServedAnswer.FromCreated(ObjectDocuments.ToServed(stored));
    }

    private async Task SetImagesAsync(JsonObject config, JsonObject wanted, CancellationToken cancellationToken)
    {
        var isExcluded = wanted["excludeTriggers"] is JsonArray excluded
            && excluded.Any(static type => type is JsonValue text && text.TryGetValue<string>(out var name) && name == "ImageChange");
        if (!isExcluded)
        {
            var page = await streams.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false);
            RolloutImages.Set(
                config, new Triggers.StreamTagLookup(page.Items, internalRegistryHostname), wanted.IsTrue("force"));
        }
    }

    private async Task<JsonObject?> FindDetailsAsync(JsonObject config, JsonObject wanted, CancellationToken cancellationToken)
    {
        if (wanted.IsTrue("force"))
        {
            return RolloutTriggers.Manual;
        }

        var version = config.FindNumber("status", "latestVersion") ?? 0;
        var rollout = RolloutNames.GetName(config.FindText("metadata", "name") ?? "", version);
        var key = new ObjectKey(config.FindText("metadata", "namespace") ?? "", rollout);
        var latest = await _rollouts.FindAsync(key, cancellationToken).ConfigureAwait(false);
        return RolloutTriggers.FindDetails(config, latest is null ? null : ObjectDocuments.FromObject(latest));
    }

    private static void Count(JsonObject config, JsonObject details)
    {
        var status = config.GetOrAddObject("status");
        status["latestVersion"] = (status.FindNumber("latestVersion") ?? 0) + 1;
        status["details"] = details;
        config.GetOrAddObject("metadata")["generation"] = (config.FindNumber("metadata", "generation") ?? 0) + 1;
    }

    private static ServedAnswer.Outcome Nothing(string name) => new()
    {
        Status = new KubernetesStatus
        {
            Kind = "Status",
            ApiVersion = "v1",
            Message = $"deployment config \"{name}\" cannot be instantiated",
            Code = 204,
        },
    };

    private static void RequireRunning(JsonObject config, ResourceDefinition definition, string name)
    {
        if (config.IsTrue("spec", "paused"))
        {
            var error = new FieldError
            {
                Type = FieldErrorType.Invalid,
                Field = "spec.paused",
                BadValue = true,
                Detail = $"deployment config \"{name}\" is paused - unpause to request a new deployment",
            };
            throw new ObjectErrors(definition with { Kind = RequestKind }).Invalid(name, [error]);
        }
    }
}
