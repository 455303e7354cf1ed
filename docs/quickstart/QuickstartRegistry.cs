using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.Quickstart;

/// <summary>The registry of the story: images are pushed to it, and the library reads them back.</summary>
internal abstract class QuickstartRegistry : IDisposable
{
    /// <summary>The host and port, as image names begin.</summary>
    public abstract string Host { get; }

    /// <summary>Whether plain HTTP will do.</summary>
    public abstract bool IsInsecure { get; }

    /// <summary>Where the registry is, for the reader.</summary>
    public abstract string Description { get; }

    /// <summary>What the library talks to it with.</summary>
    public abstract IRegistryClient Client { get; }

    /// <summary>The full name of an image: <c>python:3.8</c> is <c>HOST/quickstart/python:3.8</c>.</summary>
    public string GetName(string image) => $"{Host}/{GetRepository(image)}";

    /// <summary>Pushes an image; a tag that exists moves.</summary>
    /// <exception cref="QuickstartException">The registry did not take it.</exception>
    public abstract Task PushAsync(string image, SyntheticImage content);

    public abstract void Dispose();

    protected static string GetRepository(string image) => $"quickstart/{image}";
}
