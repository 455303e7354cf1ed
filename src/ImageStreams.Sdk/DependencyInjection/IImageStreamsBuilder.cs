using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.DependencyInjection;

/// <summary>What <c>AddImageStreams</c> returns, for further settings to hang on.</summary>
public interface IImageStreamsBuilder
{
    /// <summary>The collection that the library was registered with.</summary>
    IServiceCollection Services { get; }
}
