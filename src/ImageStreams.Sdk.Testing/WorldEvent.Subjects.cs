using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Testing;

/// <content>The subjects of events.</content>
public abstract partial record WorldEvent
{
    /// <summary>An event of a tag.</summary>
    public abstract record AboutTag : WorldEvent
    {
        private protected AboutTag()
        {
        }

        /// <summary>The tag.</summary>
        public required ImageStreamTagName Tag { get; init; }

        /// <inheritdoc/>
        public sealed override string Subject => Tag.ToString();
    }

    /// <summary>An event of an object with triggers.</summary>
    public abstract record AboutObject : WorldEvent
    {
        private protected AboutObject()
        {
        }

        /// <summary>The object.</summary>
        public required TriggerObject Object { get; init; }

        /// <inheritdoc/>
        public sealed override string Subject => Object.ToString();
    }

    /// <summary>An event of a build; the object is its build configuration.</summary>
    public abstract record AboutBuild : AboutObject
    {
        private protected AboutBuild()
        {
        }

        /// <summary>The build's name.</summary>
        public required string Build { get; init; }
    }
}
