using ImageStreams.Clients;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>Finds what is wrong with the question of an access review.</summary>
internal static class ReviewErrors
{
    private const string ResourceField = "spec.resourceAttributes";
    private const string PathField = "spec.nonResourceAttributes";

    /// <summary>Requires that a question is about one access.</summary>
    /// <exception cref="ApiException">It is not (422).</exception>
    public static void Require(ReviewSpec spec, bool hasUser, string? ns)
    {
        var causes = Collect(spec, hasUser, ns).ToList();
        if (causes.Count == 0)
        {
            return;
        }

        var texts = causes.Select(static cause => $"{cause.Field}: {cause.Message}").ToList();
        throw ServedErrors.Create(
            ApiFailure.Invalid,
            422,
            StatusReasons.Invalid,
            $".{ReviewDefinitions.AuthorizationGroup} \"\" is invalid: {(texts is [var only] ? only : $"[{string.Join(", ", texts)}]")}",
            new StatusDetails { Group = ReviewDefinitions.AuthorizationGroup, Causes = causes.ToValueList() });
    }

    private static IEnumerable<StatusCause> Collect(ReviewSpec spec, bool hasUser, string? ns)
    {
        if (spec is { Resource: not null, Path: not null })
        {
            yield return Create(PathField, "cannot be specified in combination with resourceAttributes");
        }

        if (spec is { Resource: null, Path: null })
        {
            yield return Create(ResourceField, "null: exactly one of nonResourceAttributes or resourceAttributes must be specified");
        }

        if (hasUser && spec.User.Length == 0 && spec.Groups.IsEmpty)
        {
            yield return Create("spec.user", "\"\": at least one of user or group must be specified");
        }

        if (ns is not null && spec.Path is not null)
        {
            yield return Create(PathField, "disallowed on this kind of request");
        }

        if (ns is not null && spec.Resource is { } resource && ReviewSpec.Get(resource, "namespace") != ns)
        {
            yield return Create($"{ResourceField}.namespace", "must match metadata.namespace");
        }
    }

    private static StatusCause Create(string field, string message) =>
        new() { Reason = "FieldValueInvalid", Message = $"Invalid value: {message}", Field = field };
}
