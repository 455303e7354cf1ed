namespace ImageStreams.Schemas;

public abstract partial class FieldSchema
{
    /// <summary>An object whose keys users choose.</summary>
    /// <param name="values">The type of the values.</param>
    public sealed class Map(FieldSchema values) : FieldSchema
    {
        /// <summary>The type of the values.</summary>
        public FieldSchema Values { get; } = values;

        /// <summary>Gets a value indicating whether the map has one owner and is replaced as a whole
        /// (<c>x-kubernetes-map-type: atomic</c>).</summary>
        public bool IsAtomic { get; init; }

        /// <summary>A map of texts, such as labels.</summary>
        public static Map Texts { get; } = new(Value.Text);
    }
}
