using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Builds;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>Starts the first build of a build configuration that has a trigger for changes of itself; later changes start none.
/// Removes the builds of one that is gone.</summary>
/// <param name="calls">The requests of controllers.</param>
internal sealed class BuildConfigController(ControllerCalls calls) : ObjectController
{
    private const string Builds = "builds.build.openshift.io";
    private const string Cause = "Build configuration change";

    public override string Resource => "buildconfigs.build.openshift.io";

    protected override async Task<bool> StepAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        var config = await calls.FindAsync(Resource, key, cancellationToken).ConfigureAwait(false);
        if (config is null || IsDue(config))
        {
            await calls.RemoveLeftBehindAsync(Builds, BuildConfig.KindName, key, config?.FindText("metadata", "uid"), cancellationToken)
                .ConfigureAwait(false);
        }

        return config is not null && IsDue(config) && await StartAsync(key, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> StartAsync(ObjectKey key, CancellationToken cancellationToken)
    {

        var request = new JsonObject
        {
            ["kind"] = BuildRequest.KindName,
            ["apiVersion"] = BuildRequest.GroupVersion,
            ["metadata"] = new JsonObject { ["name"] = key.Name, ["namespace"] = key.Namespace },
            ["lastVersion"] = 0,
            ["triggeredBy"] = new JsonArray(new JsonObject { ["message"] = Cause }),
        };
        try
        {
            await calls.CreateAsync(Resource, request, "instantiate", cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.BadRequest)
        {
            // Another build was first, and this one is not wanted anymore.
        }

        return false;
    }

    private bool IsDue(JsonObject config) => calls.Has(Builds)
        && (config.FindNumber("status", "lastVersion") ?? 0) == 0
        && config.FindText("metadata", "deletionTimestamp") is null
        && config.FindItems("spec", "triggers").Any(static trigger => trigger.FindText("type") == BuildTriggerPolicy.ConfigChangeType);
}
