namespace ImageStreams.Kubernetes;

/// <summary>The response to an <see cref="ApiCall"/> that succeeded.</summary>
/// <param name="StatusCode">The status code, from 200 to 299.</param>
/// <param name="Body">The body.</param>
internal readonly record struct ApiReply(int StatusCode, byte[] Body);
