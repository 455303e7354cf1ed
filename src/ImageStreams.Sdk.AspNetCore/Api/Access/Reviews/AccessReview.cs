using System.Text.Json.Nodes;
using ImageStreams.Lifecycle;

namespace ImageStreams.AspNetCore;

/// <summary>Answers whether a user may do something: the one who asks, or one that the question names.</summary>
internal sealed class AccessReview(ResourceDefinition definition, IApiAuthorizer authorizer, TimeProvider timeProvider) : ReviewResource(definition)
{
    private readonly ReviewOwners _owners = new(definition, timeProvider);

    private bool IsAboutSelf => Definition == ReviewDefinitions.SelfAccess;

    protected override async ValueTask<JsonObject> AnswerAsync(
        JsonObject body, ResourceRequest request, CancellationToken cancellationToken)
    {
        var spec = new ReviewSpec(body);
        ReviewErrors.Require(spec, hasUser: !IsAboutSelf, request.Namespace);
        var access = spec.CreateAccess(IsAboutSelf ? request.User : spec.CreateUser());
        var decision = await authorizer.AuthorizeAsync(access, cancellationToken).ConfigureAwait(false);
        var written = spec.Write();
        return new JsonObject
        {
            ["metadata"] = WriteMetadata(request, _owners.Write(written, request.Write.FieldManager)),
            ["spec"] = written,
            ["status"] = WriteStatus(decision),
        };
    }

    private static JsonObject WriteMetadata(ResourceRequest request, JsonNode? owners)
    {
        var metadata = new JsonObject();
        if (request.Namespace is { } ns)
        {
            metadata["namespace"] = ns;
        }

        if (owners is not null)
        {
            metadata["managedFields"] = owners;
        }

        return metadata;
    }

    private static JsonObject WriteStatus(AccessDecision decision)
    {
        var status = new JsonObject { ["allowed"] = decision.Allowed };
        Add(status, "reason", decision.Reason);
        Add(status, "evaluationError", decision.EvaluationError);
        return status;
    }

    private static void Add(JsonObject status, string name, string text)
    {
        if (text.Length > 0)
        {
            status[name] = text;
        }
    }
}
