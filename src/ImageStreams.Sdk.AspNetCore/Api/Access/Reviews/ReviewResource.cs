using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>A review: an object that is created and not kept, to read the answer in it.</summary>
internal abstract class ReviewResource(ResourceDefinition definition) : ServedResource
{
    public sealed override ResourceDefinition Definition => definition;

    /// <summary>Creates all reviews.</summary>
    public static IEnumerable<ServedResource> CreateAll(ApiGate gate, IServiceProvider services, TimeProvider timeProvider) =>
        CreateAll(gate.Authorizer, timeProvider).Append(new TokenReview(gate.Login, services));

    private static IEnumerable<ServedResource> CreateAll(IApiAuthorizer authorizer, TimeProvider timeProvider) =>
    [
        new SelfSubjectReview(timeProvider),
        new AccessReview(ReviewDefinitions.LocalAccess, authorizer, timeProvider),
        new AccessReview(ReviewDefinitions.SelfAccess, authorizer, timeProvider),
        new RulesReview(authorizer),
        new AccessReview(ReviewDefinitions.Access, authorizer, timeProvider),
    ];

    public sealed override async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var body = ReviewBody.Read(request.Body, definition);
        var answer = await AnswerAsync(body, request, cancellationToken).ConfigureAwait(false);
        return ServedAnswer.FromCreated(new ServedObject(DiscoveryDocument.Write(answer)));
    }

    /// <summary>Writes the answer, without kind and version.</summary>
    protected abstract ValueTask<JsonObject> AnswerAsync(JsonObject body, ResourceRequest request, CancellationToken cancellationToken);
}
