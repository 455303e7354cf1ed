using System.Collections.Frozen;
using ImageStreams.Collections;

namespace ImageStreams.Schemas;

public abstract partial class FieldSchema
{
    /// <summary>An object whose fields the schema names.</summary>
    public sealed class Struct : FieldSchema
    {
        /// <summary>Creates a type of objects.</summary>
        /// <param name="name">The name of its definition in OpenAPI documents; empty for none.</param>
        /// <param name="members">The fields; the names differ.</param>
        public Struct(string name, ValueList<StructField> members)
        {
            ArgumentNullException.ThrowIfNull(name);

            Name = name;
            Members = members;
            Fields = members.ToFrozenDictionary(member => member.Name, member => member.Schema, StringComparer.Ordinal);
        }

        /// <summary>The name of its definition in OpenAPI documents, such as
        /// <c>com.github.openshift.api.image.v1.ImageStream</c>; empty for none.</summary>
        public string Name { get; }

        /// <summary>The fields with their facts, in the order of the type's declaration.</summary>
        public ValueList<StructField> Members { get; }

        /// <summary>The types of the fields by their names.</summary>
        public IReadOnlyDictionary<string, FieldSchema> Fields { get; }

        /// <summary>Gets a value indicating whether the object has one owner and is replaced as a whole
        /// (<c>x-kubernetes-map-type: atomic</c>).</summary>
        public bool IsAtomic { get; init; }

        /// <summary>Gets a value indicating whether a strategic merge patch may list the fields to retain
        /// (<c>retainKeys</c>).</summary>
        public bool RetainsKeys { get; init; }

        /// <summary>The description for readers of the API, in a sentence or two; empty for none.</summary>
        public string Description { get; init; } = "";

        /// <summary>Returns the name.</summary>
        public override string ToString() => Name;
    }
}
