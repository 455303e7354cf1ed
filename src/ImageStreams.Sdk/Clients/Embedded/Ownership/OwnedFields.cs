namespace ImageStreams.Clients;

/// <summary>The groups of fields of a stream that a writer may own.</summary>
[Flags]
internal enum OwnedFields
{
    None = 0,
    Annotations = 1,
    Finalizers = 2,
    GenerateName = 4,
    Labels = 8,
    OwnerReferences = 16,
    Repository = 32,
    LookupPolicy = 64,
    Tags = 128,
    StatusRepository = 256,
    StatusPublicRepository = 512,
    StatusTags = 1024,
}
