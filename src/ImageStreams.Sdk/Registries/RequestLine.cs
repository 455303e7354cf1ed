namespace ImageStreams.Registries;

/// <summary>One request as it was sent, for faults to name: the call it serves, its method and its URI.</summary>
internal readonly record struct RequestLine(RegistryCall Call, HttpMethod Method, Uri Uri)
{
    /// <summary>Returns <c>GET https://host/path</c>; queries are left out because they may carry secrets.</summary>
    public override string ToString() => $"{Method} {Uri.GetLeftPart(UriPartial.Path)}";
}
