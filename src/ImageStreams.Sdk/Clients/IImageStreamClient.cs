namespace ImageStreams.Clients;

/// <summary>What an app does with image streams: OpenShift's <c>image.openshift.io/v1</c> API, resource by resource.</summary>
/// <remarks>
/// <para>Everything an API server refuses is an <see cref="ApiException"/> with the status that it stands for. Objects
/// carry their namespace in their metadata. Names are as the API takes them: a tag is <c>stream:tag</c>, an image of a
/// stream is <c>stream@digest</c>.</para>
/// <para>Safe to share between threads. The everyday verbs on top (copy, track, reference, schedule, roll back) are in
/// <see cref="ImageStreamClientExtensions"/> and work on every implementation.</para>
/// </remarks>
public interface IImageStreamClient
{
    /// <summary>Streams.</summary>
    IImageStreamsResource Streams { get; }

    /// <summary>Single tags of streams, each with its image: <c>imagestreamtags</c>.</summary>
    IImageStreamTagsResource Tags { get; }

    /// <summary>Single tags of streams, each with its wish, its history and its image: <c>imagetags</c>.</summary>
    IImageTagsResource ImageTags { get; }

    /// <summary>Images by digest, found through a stream: <c>imagestreamimages</c>.</summary>
    IImageStreamImagesResource StreamImages { get; }

    /// <summary>Pushes: <c>imagestreammappings</c>.</summary>
    IImageStreamMappingsResource Mappings { get; }

    /// <summary>Imports: <c>imagestreamimports</c>.</summary>
    IImageStreamImportsResource Imports { get; }

    /// <summary>The images themselves, which all streams share: <c>images</c>.</summary>
    IImagesResource Images { get; }
}
