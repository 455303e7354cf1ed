using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.Quickstart;

/// <summary>The registry of the story: images are pushed to it, and the library reads them back.</summary>
internal abstract class QuickstartRegistry : IDisposable
{
    /// <summary>The host and port at the start of image names.</summary>
    public abstract string Host { get; }

    /// <summary>True if plain HTTP is allowed.</summary>
    public abstract bool IsInsecure { get; }

    /// <summary>The location of the registry, for the reader.</summary>
    public abstract string Description { get; }

    /// <summary>The client that the library uses for the registry.</summary>
    public abstract IRegistryClient Client { get; }

    /// <summary>The full name of an image: <c>python:3.8</c> is <c>HOST/quickstart/python:3.8</c>.</summary>
    public string GetName(string image) => $"{Host}/{GetRepository(image)}";

    /// <summary>Pushes an image to a tag; an existing tag moves.</summary>
    /// <exception cref="QuickstartException">The push failed.</exception>
    public abstract Task PushAsync(string image, SyntheticImage content);

    public abstract void Dispose();

    protected static string GetRepository(string image) => $"quickstart/{image}";
}
