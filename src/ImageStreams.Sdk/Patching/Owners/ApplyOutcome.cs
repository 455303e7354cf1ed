using System.Text.Json.Nodes;
using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>The outcome of a server-side apply.</summary>
public abstract record ApplyOutcome
{
    private ApplyOutcome()
    {
    }

    /// <summary>The applied fields are merged into the object.</summary>
    public sealed record Applied : ApplyOutcome
    {
        /// <summary>The merged object, without <c>metadata.managedFields</c>.</summary>
        public required JsonObject Object { get; init; }

        /// <summary>The owners of its fields.</summary>
        public required ValueList<ManagedFieldsEntry> Entries { get; init; }

        /// <summary>Gets a value indicating whether the merged object differs from the live one in anything but the
        /// owners.</summary>
        public required bool ChangesObject { get; init; }
    }

    /// <summary>Other managers own fields with another value; nothing is changed.</summary>
    public sealed record Conflicted : ApplyOutcome
    {
        /// <summary>The fields with their owners, by the names of the owners; at least one.</summary>
        public required ValueList<FieldConflict> Conflicts { get; init; }

        /// <summary>The message of the API server, such as <c>Apply failed with 1 conflict: conflict with "helm" using
        /// image.openshift.io/v1: .spec.tags[name="1"].from</c>.</summary>
        public string Message => ConflictTexts.Describe(Conflicts);
    }

    /// <summary>The applied object does not have the structure of its kind; nothing is changed.</summary>
    public sealed record Rejected : ApplyOutcome
    {
        /// <summary>The fields and what is wrong with them.</summary>
        public required string Message { get; init; }
    }
}
