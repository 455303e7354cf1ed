using ImageStreams.Collections;
using ImageStreams.Patching;

namespace ImageStreams.Clients;

/// <summary>Finds the owner of an import's fields, which only its answer shows.</summary>
internal static class ImportOwners
{
    public static ValueList<ManagedFieldsEntry> Find(ImageStreamImport request, WriteOptions? options, TimeProvider timeProvider)
    {
        var write = StreamWrite.ByClient(StreamWriteKind.Spec, options);
        var sent = request with { Kind = null, ApiVersion = null, Metadata = request.Metadata with { ManagedFields = default } };
        return FieldOwners.Update(
            live: null,
            JsonDocumentTexts.ToTree(sent),
            FieldOwners.Choose([], request.Metadata.ManagedFields, StreamOwners.CreateWriter(write.Manager!, write.Kind)),
            StreamOwners.CreateWriter(write.Manager!, write.Kind),
            Timestamp.Now(timeProvider),
            ImageSchemas.Imports);
    }
}
