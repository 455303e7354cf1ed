namespace ImageStreams.Testing.Protocol;

/// <summary>The authentication schemes of a registry.</summary>
internal enum AccessScheme
{
    Open,
    Basic,
    Bearer,
}
