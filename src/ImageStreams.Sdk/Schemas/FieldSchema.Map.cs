namespace ImageStreams.Schemas;

public abstract partial class FieldSchema
{
    /// <summary>An object whose keys users choose.</summary>
    public sealed class Map : FieldSchema
    {
        /// <summary>Creates a type of maps.</summary>
        /// <param name="values">The type of the values.</param>
        /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
        public Map(FieldSchema values)
        {
            ArgumentNullException.ThrowIfNull(values);
            Values = values;
        }

        /// <summary>The type of the values.</summary>
        public FieldSchema Values { get; }

        /// <summary>Gets a value indicating whether the map has one owner and is replaced as a whole
        /// (<c>x-kubernetes-map-type: atomic</c>).</summary>
        public bool IsAtomic { get; init; }

        /// <summary>A map of texts, such as labels.</summary>
        public static Map Texts { get; } = new(Value.Text);
    }
}
