using ImageStreams.Controllers;

namespace ImageStreams.Hosting;

/// <summary>The import controller that the host runs; registered only when it was asked for.</summary>
internal sealed record HostedImports(ImportController Controller);
