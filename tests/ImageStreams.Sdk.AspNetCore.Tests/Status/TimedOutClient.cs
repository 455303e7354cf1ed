using ImageStreams.Clients;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>A client whose requests all end as those of an HTTP client do that take too long.</summary>
internal sealed class TimedOutClient : IImageStreamClient
{
    public IImageStreamsResource Streams => throw new TaskCanceledException("The request took too long.");

    public IImageStreamTagsResource Tags => throw new NotSupportedException();

    public IImageTagsResource ImageTags => throw new NotSupportedException();

    public IImageStreamImagesResource StreamImages => throw new NotSupportedException();

    public IImageStreamMappingsResource Mappings => throw new NotSupportedException();

    public IImageStreamImportsResource Imports => throw new NotSupportedException();

    public IImagesResource Images => throw new NotSupportedException();
}
