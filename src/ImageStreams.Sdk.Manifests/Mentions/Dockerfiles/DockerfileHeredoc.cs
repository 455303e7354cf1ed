namespace ImageStreams.Manifests;

/// <summary>A here-document of an instruction.</summary>
/// <param name="Name">The line that ends it.</param>
/// <param name="StripsTabs">True when tabs may stand before that line.</param>
internal sealed record DockerfileHeredoc(string Name, bool StripsTabs);
