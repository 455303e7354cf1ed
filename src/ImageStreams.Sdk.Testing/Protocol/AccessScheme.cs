namespace ImageStreams.Testing.Protocol;

/// <summary>How a registry wants to be authenticated to.</summary>
internal enum AccessScheme
{
    Open,
    Basic,
    Bearer,
}
