using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Builds;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Testing.Server;

/// <summary>Makes the changes of a trigger controller in a cluster, as the controller of OpenShift does.</summary>
/// <remarks>A workload is replaced as a whole, by the manager <c>openshift-controller-manager</c> and without a field manager of the
/// request, so that it owns the images and nothing else. A build is started through <c>instantiate</c>.</remarks>
internal sealed class ClusterTriggerTarget(IReadOnlyDictionary<string, StoredResource> resources, ClusterEvents events)
    : ITriggerTarget
{
    private const string Manager = "openshift-controller-manager";
    private const string BuildConfigs = "buildconfigs.build.openshift.io";

    public ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken)
    {
        var body = ImageStreamJson.SerializeToUtf8Bytes(request.WithTypeMeta());
        var call = CreateRequest(ResourceVerbs.Create, buildConfig.Namespace, buildConfig.Name, body) with { Subresource = "instantiate" };
        return StartBuildAsync(buildConfig, call, cancellationToken);
    }

    public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken)
    {
        var call = CreateRequest(ResourceVerbs.Update, current.Namespace ?? "", current.Name ?? "", updated.Utf8.ToArray());
        return CallAsync(() => Find(current.Kind).UpdateAsync(call, cancellationToken));
    }

    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken)
    {
        var body = ImageStreamJson.SerializeToUtf8Bytes(updated.WithTypeMeta());
        var call = CreateRequest(ResourceVerbs.Update, current.Namespace, current.Name, body);
        return CallAsync(() => Find(DeploymentConfig.KindName).UpdateAsync(call, cancellationToken));
    }

    // The API has started a build of the image already, and says so with an internal error.
    private async ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, ResourceRequest call, CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(() => resources[BuildConfigs].CreateAsync(call, cancellationToken)).ConfigureAwait(false);
        }
        catch (ApiException e) when (BuildRefusals.IsKnownImage(e))
        {
            var involved = (JsonObject)JsonNode.Parse(ImageStreamJson.SerializeToUtf8Bytes(buildConfig.WithTypeMeta()))!;
            var message = $"error triggering Build for BuildConfig {buildConfig.Namespace}/{buildConfig.Name}: {e.Message}";
            var notice = new EventNotice("buildconfig-controller", "BuildConfigTriggerFailed", message) { Type = "Warning" };
            await events.RecordAsync(involved, notice, cancellationToken).ConfigureAwait(false);
            return TriggerTargetResult.Conflict.Instance;
        }
    }

    private StoredResource Find(string kind) => ClusterTriggerSource.Resources
        .Where(resources.ContainsKey)
        .Select(resource => resources[resource])
        .First(resource => resource.Definition.Kind == kind);

    private static ResourceRequest CreateRequest(string verb, string ns, string name, byte[] body) => new()
    {
        Verb = verb,
        Namespace = ns,
        Name = name,
        Body = body,
        Write = new WriteOptions { FieldManager = Manager },
    };

    // Somebody else's write, also one that deleted the object, means that the controller must look again.
    private static async ValueTask<TriggerTargetResult> CallAsync(Func<ValueTask<ServedAnswer>> call)
    {
        try
        {
            await call().ConfigureAwait(false);
            return TriggerTargetResult.Accepted.Instance;
        }
        catch (ApiException e) when (e.Reason is ApiFailure.Conflict or ApiFailure.NotFound)
        {
            return TriggerTargetResult.Conflict.Instance;
        }
        catch (ApiException e) when (e.Reason is ApiFailure.Invalid or ApiFailure.Forbidden or ApiFailure.BadRequest)
        {
            return new TriggerTargetResult.Refused { Message = e.Message };
        }
    }
}
