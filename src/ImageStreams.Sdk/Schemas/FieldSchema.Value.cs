namespace ImageStreams.Schemas;

public abstract partial class FieldSchema
{
    /// <summary>A value without fields that the schema names.</summary>
    public sealed class Value : FieldSchema
    {
        /// <summary>Creates a type of values.</summary>
        /// <param name="kind">The JSON type.</param>
        /// <param name="format">The format of OpenAPI, such as <c>int64</c>, <c>int32</c>, <c>byte</c> or <c>date-time</c>; null for
        /// none.</param>
        /// <param name="name">The name of its definition in OpenAPI documents; null when the type is written at its place.</param>
        public Value(ValueKind kind, string? format = null, string? name = null)
        {
            Kind = kind;
            Format = format;
            Name = name;
        }

        /// <summary>The JSON type.</summary>
        public ValueKind Kind { get; }

        /// <summary>The format of OpenAPI, such as <c>int64</c>, <c>int32</c>, <c>byte</c> or <c>date-time</c>; null for none.</summary>
        public string? Format { get; }

        /// <summary>The name of its definition in OpenAPI documents, such as
        /// <c>io.k8s.apimachinery.pkg.apis.meta.v1.Time</c>; null when the type is written at its place.</summary>
        public string? Name { get; }

        /// <summary>A text.</summary>
        public static Value Text { get; } = new(ValueKind.String);

        /// <summary>True or false.</summary>
        public static Value Bool { get; } = new(ValueKind.Boolean);

        /// <summary>An integer of 64 bits.</summary>
        public static Value Int64 { get; } = new(ValueKind.Integer, "int64");

        /// <summary>An integer of 32 bits.</summary>
        public static Value Int32 { get; } = new(ValueKind.Integer, "int32");

        /// <summary>Bytes in base64.</summary>
        public static Value Bytes { get; } = new(ValueKind.String, "byte");

        /// <summary>A time, as <c>metav1.Time</c>.</summary>
        public static Value Time { get; } = new(ValueKind.String, "date-time", DefinitionNames.Meta + "Time");

        /// <summary>A time with microseconds, as <c>metav1.MicroTime</c>.</summary>
        public static Value MicroTime { get; } = new(ValueKind.String, "date-time", DefinitionNames.Meta + "MicroTime");

        /// <summary>Any JSON, as <c>runtime.RawExtension</c>.</summary>
        public static Value RawExtension { get; } = new(ValueKind.Any, name: DefinitionNames.Machinery + "runtime.RawExtension");

        /// <summary>A set of fields, as <c>metav1.FieldsV1</c>.</summary>
        public static Value FieldsV1 { get; } = new(ValueKind.Any, name: DefinitionNames.Meta + "FieldsV1");

        /// <summary>Any JSON, without a definition.</summary>
        public static Value Any { get; } = new(ValueKind.Any);
    }
}
