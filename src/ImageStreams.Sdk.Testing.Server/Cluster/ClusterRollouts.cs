using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>Starts rollouts: the subresource <c>instantiate</c> of deployment configurations.</summary>
/// <remarks>Counts the version and notes the cause; nothing rolls out.</remarks>
internal sealed class ClusterRollouts(Func<string, ServedResource> find, IObjectStore<ClusterObject> configs)
{
    private const string Resource = "deploymentconfigs.apps.openshift.io";
    private const string Manager = "openshift-apiserver";

    public async ValueTask<ServedAnswer> InstantiateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var resource = find(Resource);
        var current = await configs.FindAsync(new ObjectKey(request.Namespace!, request.Name!), cancellationToken).ConfigureAwait(false)
            ?? throw ServedErrors.NotFound(resource.Definition, request.Name!);
        var document = ObjectDocuments.FromObject(current);
        RequireRunning(document, resource.Definition, request.Name!);
        var status = document.GetOrAddObject("status");
        status["latestVersion"] = (status.FindNumber("latestVersion") ?? 0) + 1;
        status["details"] = new JsonObject
        {
            ["message"] = "manual change",
            ["causes"] = new JsonArray(new JsonObject { ["type"] = "Manual" }),
        };
        await resource.UpdateAsync(CreateCall(request, document), cancellationToken).ConfigureAwait(false);
        var stored = await configs.FindAsync(ObjectKey.FromObject(current), cancellationToken).ConfigureAwait(false);
        return ServedAnswer.FromCreated(ObjectDocuments.ToServed(stored ?? current));
    }

    private static ResourceRequest CreateCall(ResourceRequest request, JsonObject document) => new()
    {
        Verb = ResourceVerbs.Update,
        Namespace = request.Namespace,
        Name = request.Name,
        Subresource = "status",
        Body = ObjectDocuments.ToUtf8(document),
        Write = new WriteOptions { FieldManager = Manager, DryRun = request.Write.DryRun },
    };

    private static void RequireRunning(JsonObject document, ResourceDefinition definition, string name)
    {
        if (document.IsTrue("spec", "paused"))
        {
            var error = new FieldError
            {
                Type = FieldErrorType.Invalid,
                Field = "spec.paused",
                BadValue = true,
                Detail = $"deployment config \"{name}\" is paused - unpause to request a new deployment",
            };
            throw new ObjectErrors(definition with { Kind = "DeploymentRequest" }).Invalid(name, [error]);
        }
    }
}
