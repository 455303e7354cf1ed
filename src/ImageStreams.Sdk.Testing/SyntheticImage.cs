using System.Collections.Immutable;
using ImageStreams.Registries;
using ImageStreams.Testing.Synthesis;

namespace ImageStreams.Testing;

/// <summary>An image for one platform, created for a test, with real layers, a real configuration and a real manifest.</summary>
/// <remarks>
/// Immutable: each <c>With…</c> returns a changed copy. By default, the image has Docker schema 2 format (see
/// <see cref="AsOci"/>), is for <c>linux/amd64</c>, was created on 2024-01-01, and has one layer with the name.
/// </remarks>
/// <example><code>
/// registry.Push("library/python:3.8", SyntheticImage.Create("python").WithLabel("version", "3.8"));
/// </code></example>
public sealed class SyntheticImage : SyntheticArtifact
{
    private readonly ImageParts _parts;
    private readonly Lazy<BuiltImage> _built;

    private SyntheticImage(ImageParts parts)
    {
        _parts = parts;
        _built = new Lazy<BuiltImage>(() => ImageBuilder.Build(parts));
    }

    /// <inheritdoc/>
    public override string MediaType =>
        _parts.IsOci ? MediaTypes.OciManifest : MediaTypes.DockerSchema2;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Manifest => _built.Value.Manifest;

    /// <inheritdoc/>
    public override IReadOnlyList<SyntheticBlob> Blobs => _built.Value.Blobs;

    /// <inheritdoc/>
    public override IReadOnlyList<SyntheticArtifact> Children => [];

    /// <summary>The image configuration, which is the first of the <see cref="Blobs"/>.</summary>
    public SyntheticBlob Configuration => Blobs[0];

    /// <summary>The platform, as <c>os/architecture</c> with an optional <c>/variant</c>.</summary>
    public string Platform => _parts.Platform.ToString();

    internal SyntheticPlatform PlatformParts => _parts.Platform;

    internal string ArtifactType => _parts.ArtifactType;

    internal ImmutableSortedDictionary<string, string> Annotations => _parts.Annotations;

    /// <summary>Creates an image; images of different names differ in content.</summary>
    /// <param name="name">Any text, which becomes the content of the first layer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static SyntheticImage Create(string name = "synthetic")
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(ImageParts.Named(name));
    }

    /// <summary>Returns the image with a label set.</summary>
    /// <param name="name">The label's name.</param>
    /// <param name="value">The label's value.</param>
    public SyntheticImage WithLabel(string name, string value) =>
        new(_parts with { Labels = _parts.Labels.SetItem(name, value) });

    /// <summary>Returns the image with an environment variable set.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">The variable's value.</param>
    public SyntheticImage WithEnvironment(string name, string value) =>
        new(_parts with { Environment = _parts.Environment.Add($"{name}={value}") });

    /// <summary>Returns the image with a port exposed.</summary>
    /// <param name="port">The port with its protocol, such as <c>8080/tcp</c>.</param>
    public SyntheticImage WithExposedPort(string port) =>
        new(_parts with { ExposedPorts = _parts.ExposedPorts.Add(port) });

    /// <summary>Returns the image with a command.</summary>
    /// <param name="command">The command and its arguments.</param>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> is null.</exception>
    public SyntheticImage WithCommand(params string[] command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return new(_parts with { Command = [.. command] });
    }

    /// <summary>Returns the image with a user.</summary>
    /// <param name="user">The name or number of the user.</param>
    public SyntheticImage WithUser(string user) => new(_parts with { User = user });

    /// <summary>Returns the image with one more layer that holds one text file.</summary>
    /// <param name="path">The path of the file, relative to the root.</param>
    /// <param name="content">The text of the file.</param>
    public SyntheticImage WithLayer(string path, string content) =>
        new(_parts with { Layers = _parts.Layers.Add(new LayerFile(path, content)) });

    /// <summary>Returns the image for a platform.</summary>
    /// <param name="operatingSystem">The operating system, such as <c>linux</c>.</param>
    /// <param name="architecture">The architecture, such as <c>arm64</c>.</param>
    /// <param name="variant">The variant, such as <c>v8</c>; empty for none.</param>
    public SyntheticImage WithPlatform(string operatingSystem, string architecture, string variant = "") =>
        new(_parts with { Platform = new SyntheticPlatform(operatingSystem, architecture, variant) });

    /// <summary>Returns the image with a time of creation.</summary>
    /// <param name="created">The time; fractions of a second are dropped.</param>
    public SyntheticImage WithCreated(DateTimeOffset created) => new(_parts with { Created = created });

    /// <summary>Returns the image with an annotation on its manifest; makes it an OCI image.</summary>
    /// <param name="name">The annotation's name.</param>
    /// <param name="value">The annotation's value.</param>
    public SyntheticImage WithAnnotation(string name, string value) =>
        new(_parts with { IsOci = true, Annotations = _parts.Annotations.SetItem(name, value) });

    /// <summary>Returns the image as an artifact that refers to another one; makes it an OCI image.</summary>
    /// <param name="subject">The artifact that the image refers to.</param>
    /// <param name="artifactType">The type of the artifact, such as <c>application/vnd.example.signature</c>.</param>
    public SyntheticImage WithSubject(SyntheticArtifact subject, string artifactType) =>
        new(_parts with { IsOci = true, Subject = subject, ArtifactType = artifactType });

    /// <summary>Returns the image in OCI format.</summary>
    public SyntheticImage AsOci() => new(_parts with { IsOci = true });

    /// <summary>Returns the image in Docker schema 2 format, which has neither annotations nor a subject.</summary>
    public SyntheticImage AsDocker() => new(_parts.WithoutOci());
}
