using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary><c>imagestreammappings</c>: pushes. As on the server, a dry run writes.</summary>
internal sealed class ServedMappings(IImageStreamMappingsResource mappings) : ServedResource
{
    public override ResourceDefinition Definition { get; } = ImageDefinitions.Mappings;

    public override async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var mapping = BodyObjects.Read<ImageStreamMapping>(request, ImageStreamMapping.KindName);
        mapping = mapping with { Metadata = BodyObjects.InNamespace(mapping.Metadata, request) };
        await mappings.CreateAsync(mapping, cancellationToken).ConfigureAwait(false);
        return Outcomes.SuccessfulCreation;
    }
}
