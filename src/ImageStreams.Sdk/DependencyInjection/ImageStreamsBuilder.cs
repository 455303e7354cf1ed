using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.DependencyInjection;

/// <summary>Holds the collection, and nothing else.</summary>
internal sealed class ImageStreamsBuilder(IServiceCollection services) : IImageStreamsBuilder
{
    public IServiceCollection Services { get; } = services;
}
