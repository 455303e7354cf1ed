using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Builds;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>Starts builds for webhooks: <c>buildconfigs/NAME/webhooks/SECRET/TYPE</c>.</summary>
/// <remarks>The secret is the login. Who does not know it learns nothing: a configuration that is missing, has no such trigger, or
/// another secret is the same refusal.</remarks>
internal sealed class BuildWebhooks(ClusterResources resources, IClusterObjectStore store)
{
    private const string BuildConfigs = "buildconfigs.build.openshift.io";
    private const string HiddenSecret = "<secret>";

    private static readonly BuildHook[] Hooks = [new GenericHook(), new GitHubHook()];

    private readonly BuildHookSecrets _secrets = new(store);

    /// <summary>Answers a call.</summary>
    /// <param name="config">The build configuration.</param>
    /// <param name="secret">The secret of the path.</param>
    /// <param name="type">The type of the path.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The build that was started; null when the call asks for none.</returns>
    /// <exception cref="ApiException">There is no such type (404), the secret is another one (401), or the body is not as it should be
    /// (400).</exception>
    public async Task<ServedObject?> CallAsync(
        ObjectKey config, string secret, string type, HookCall call, CancellationToken cancellationToken)
    {
        var hook = Array.Find(Hooks, one => one.Name == type)
            ?? throw ServedErrors.Create(
                ApiFailure.NotFound, 404, StatusReasons.NotFound, $"buildconfighook \"{type}\" not found", CreateDetails(type));
        var found = await store.GetObjects(BuildConfigs).FindAsync(config, cancellationToken).ConfigureAwait(false);
        var document = found is null ? [] : ObjectDocuments.FromObject(found);
        var trigger = await _secrets.FindTriggerAsync(document, hook, secret, cancellationToken).ConfigureAwait(false)
            ?? throw ServedErrors.Create(
                ApiFailure.Unauthorized, 401, "Unauthorized", $"the webhook \"{type}\" for \"{config.Name}\" did not accept your secret");
        return hook.Read(document, trigger, call) is { } delivery
            ? await StartAsync(config, hook, delivery, cancellationToken).ConfigureAwait(false)
            : null;
    }

    private async Task<ServedObject> StartAsync(ObjectKey config, BuildHook hook, HookDelivery delivery, CancellationToken cancellationToken)
    {
        var request = new ResourceRequest
        {
            Verb = ResourceVerbs.Create,
            Namespace = config.Namespace,
            Name = config.Name,
            Subresource = "instantiate",
            Body = ObjectDocuments.ToUtf8(CreateRequest(config, hook, delivery)),
        };
        var answer = await resources.Builds.InstantiateAsync(request, cancellationToken).ConfigureAwait(false);
        return ((ServedAnswer.One)answer).Object;
    }

    private static JsonObject CreateRequest(ObjectKey config, BuildHook hook, HookDelivery delivery)
    {
        var cause = new JsonObject { ["secret"] = HiddenSecret };
        var request = new JsonObject
        {
            ["kind"] = BuildRequest.KindName,
            ["apiVersion"] = BuildRequest.GroupVersion,
            ["metadata"] = new JsonObject { ["name"] = config.Name, ["namespace"] = config.Namespace },
            ["triggeredBy"] = new JsonArray(new JsonObject { ["message"] = hook.Message, [hook.CauseField] = cause }),
        };
        if (delivery.Revision is { } revision)
        {
            cause["revision"] = revision.DeepClone();
            request["revision"] = revision.DeepClone();
        }

        if (delivery.Env is { } env)
        {
            request["env"] = env.DeepClone();
        }

        return request;
    }

    private static StatusDetails CreateDetails(string type) => new() { Name = type, Kind = "buildconfighook" };
}
