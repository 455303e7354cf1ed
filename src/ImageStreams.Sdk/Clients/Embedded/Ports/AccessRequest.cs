namespace ImageStreams.Clients;

/// <summary>The access that a user needs, as in a <c>SubjectAccessReview</c> of the group <c>image.openshift.io</c>.</summary>
public sealed record AccessRequest
{
    /// <summary>The user.</summary>
    public required ApiUser User { get; init; }

    /// <summary>The verb, such as <c>get</c> or <c>create</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>The resource with its subresource, such as <c>imagestreams/layers</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name of the object; empty for an object that is to be created.</summary>
    public string Name { get; init; } = "";

    /// <summary>Returns the sentence that an API server writes when it denies the access.</summary>
    public override string ToString() =>
        $"User \"{User.Name}\" cannot {Verb} resource \"{Resource}\" in API group \"{ResourceNames.Group}\" "
        + $"in the namespace \"{Namespace}\"";
}
