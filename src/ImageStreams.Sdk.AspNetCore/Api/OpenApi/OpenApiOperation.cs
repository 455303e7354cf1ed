namespace ImageStreams.AspNetCore;

/// <summary>One operation on a path, before it is written in either version of OpenAPI.</summary>
internal sealed record OpenApiOperation
{
    /// <summary>The method of HTTP in lower case.</summary>
    public required string Method { get; init; }

    /// <summary>The name of the action in operation ids, such as <c>read</c> or <c>replace</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The action as Kubernetes names it, such as <c>get</c> or <c>deletecollection</c>.</summary>
    public required string KubernetesAction { get; init; }

    /// <summary>The parameters in the query.</summary>
    public required IReadOnlyList<OpenApiParameter> Parameters { get; init; }

    /// <summary>The media types of the body; empty without one.</summary>
    public IReadOnlyList<string> BodyTypes { get; init; } = [];

    /// <summary>True when the answer is a list.</summary>
    public bool AnswersList { get; init; }

    /// <summary>Gets a value indicating whether the body is an object, and no patch of one.</summary>
    public bool HasObjectBody => Method is "post" or "put";
}
