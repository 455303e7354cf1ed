using ImageStreams.Collections;

namespace ImageStreams.Schemas;

public abstract partial class FieldSchema
{
    /// <summary>An array.</summary>
    public sealed class List : FieldSchema
    {
        /// <summary>Creates a type of arrays.</summary>
        /// <param name="items">The type of the items.</param>
        /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
        public List(FieldSchema items)
        {
            ArgumentNullException.ThrowIfNull(items);
            Items = items;
        }

        /// <summary>The type of the items.</summary>
        public FieldSchema Items { get; }

        /// <summary>The way in which server-side apply owns and merges the list.</summary>
        public ListKind Kind { get; init; }

        /// <summary>The keys of a <see cref="ListKind.Keyed"/> list for server-side apply, in the order of their names; empty for
        /// others.</summary>
        public ValueList<ListKey> Keys { get; init; }

        /// <summary>The field by which a strategic merge patch finds the item to merge
        /// (<c>x-kubernetes-patch-merge-key</c>); null for none.</summary>
        public string? PatchMergeKey { get; init; }

        /// <summary>Gets a value indicating whether a strategic merge patch merges the list instead of replacing it.</summary>
        public bool PatchMerges { get; init; }

        /// <summary>Gets a value indicating whether a strategic merge patch may list the fields of an item to retain
        /// (<c>retainKeys</c>).</summary>
        public bool RetainsKeys { get; init; }

        /// <summary>Creates a list that is replaced as a whole.</summary>
        /// <param name="items">The type of the items.</param>
        public static List Atomic(FieldSchema items) => new(items);

        /// <summary>Creates a list of values that are owned one by one, and that a strategic merge patch merges.</summary>
        /// <param name="items">The type of the items.</param>
        public static List Set(FieldSchema items) => new(items) { Kind = ListKind.Set, PatchMerges = true };

        /// <summary>Creates a list of objects with one key, which apply and strategic merge patches use.</summary>
        /// <param name="items">The type of the items; the default of its field is that of the key.</param>
        /// <param name="key">The name of the key.</param>
        public static List Keyed(Struct items, string key)
        {
            ArgumentNullException.ThrowIfNull(items);

            var field = items.Members.FirstOrDefault(member => member.Name == key);
            return new(items)
            {
                Kind = ListKind.Keyed,
                Keys = [new ListKey { Name = key, DefaultJson = field?.DefaultJson }],
                PatchMergeKey = key,
                PatchMerges = true,
            };
        }
    }
}
