namespace ImageStreams.AspNetCore;

/// <summary>The names of the reviews: objects that are only created, to read the answer in them.</summary>
internal static class ReviewDefinitions
{
    public const string AuthenticationGroup = "authentication.k8s.io";
    public const string AuthorizationGroup = "authorization.k8s.io";
    public const string Version = "v1";

    public static ResourceDefinition SelfSubject { get; } = Create(AuthenticationGroup, "selfsubjectreviews", "SelfSubjectReview");

    public static ResourceDefinition Token { get; } = Create(AuthenticationGroup, "tokenreviews", "TokenReview");

    public static ResourceDefinition SelfAccess { get; } = Create(AuthorizationGroup, "selfsubjectaccessreviews", "SelfSubjectAccessReview");

    public static ResourceDefinition SelfRules { get; } = Create(AuthorizationGroup, "selfsubjectrulesreviews", "SelfSubjectRulesReview");

    public static ResourceDefinition Access { get; } = Create(AuthorizationGroup, "subjectaccessreviews", "SubjectAccessReview");

    public static ResourceDefinition LocalAccess { get; } =
        Create(AuthorizationGroup, "localsubjectaccessreviews", "LocalSubjectAccessReview") with { IsNamespaced = true };

#pragma warning disable CA1308 // Names of resources are in lower case.
    private static ResourceDefinition Create(string group, string plural, string kind) => new()
    {
        Group = group,
        Version = Version,
        Plural = plural,
        Singular = kind.ToLowerInvariant(),
        Kind = kind,
        IsNamespaced = false,
        Verbs = [ResourceVerbs.Create],
    };
#pragma warning restore CA1308
}
